// Server: the search as a page: what the palette finds, without a script.
import { Search } from "lucide-react";
import type { Metadata } from "next";
import { ResultList } from "@/components/palette/result-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { findAnything } from "@/lib/find";
import type { Command } from "@/lib/model/command";
import { type FoundGroup, searchText, unfinishedSentence } from "@/lib/model/found";
import { commandsFor } from "@/lib/resources/navigation";

const limit = 25;

export const metadata: Metadata = { title: "Search" };

type FindPageProps = { searchParams: Promise<{ q?: string | string[] }> };

export default async function FindPage({ searchParams }: FindPageProps) {
  const actor = await requireActor();
  const text = searchText((await searchParams).q);
  const [commands, { groups, unfinished }] = await Promise.all([
    commandsFor(actor),
    findAnything(actor, text, { limit }),
  ]);
  const all = [...pagesNamed(commands, text), ...groups];
  const missing = unfinishedSentence(unfinished);
  return (
    <Page width="form">
      <PageHeader
        title="Search"
        description="Pages, records and migrations, by name, title or id."
      />
      <div className="flex flex-col gap-6 px-4 md:px-6">
        <search aria-label="Everything">
          <form action="/find" className="flex gap-2">
            <Input
              type="search"
              name="q"
              key={text}
              defaultValue={text}
              maxLength={100}
              aria-label="Name, title or id"
              placeholder="Name, title or id"
            />
            <Button type="submit" variant="primary">
              Search
            </Button>
          </form>
        </search>
        {missing && <Notice tone="warning">{missing}</Notice>}
        {all.map((group) => (
          <ResultList key={group.label} {...group} />
        ))}
        {text !== "" && all.length === 0 && (
          <EmptyState icon={<Search />} title={`Nothing is called “${text}”`}>
            Search for a part of a title, a person’s name, a whole id, or the first 8 characters of
            one.
          </EmptyState>
        )}
      </div>
    </Page>
  );
}

/** With nothing typed, the main ones. */
function pagesNamed(commands: Command[], text: string): FoundGroup[] {
  const isMeant = ({ label, words, isMain }: Command) =>
    text === ""
      ? isMain
      : [label, ...words].some((word) => word.toLowerCase().includes(text.toLowerCase()));
  const found = commands.flatMap((command) =>
    command.deed.kind === "go" && isMeant(command)
      ? { href: command.deed.href, title: command.label, detail: command.detail ?? "" }
      : [],
  );
  return found.length > 0 ? [{ label: "Pages", found, hasMore: false }] : [];
}
