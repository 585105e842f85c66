"use client";
// Client: the palette's last line: how the search went, said aloud too, and the keys that work here.
import { KeyHint } from "@/components/palette/key-hint";
import type { Search } from "@/components/palette/use-findings";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Findings, unfinishedSentence } from "@/lib/model/found";

type PaletteFooterProps = Search & { asked: string };

export function PaletteFooter(props: PaletteFooterProps) {
  const { error, retry } = props;
  return (
    <div className="shrink-0 border-t border-line px-4 py-2 text-xs text-muted">
      {error ? (
        <Notice
          tone="danger"
          live
          className="-mx-2"
          actions={
            <Button size="sm" onClick={retry}>
              Try again
            </Button>
          }
        >
          {error}
        </Notice>
      ) : (
        <div className="flex min-h-5 items-center gap-4">
          <p role="status" className="min-w-0 flex-1 text-pretty">
            {sentence(props)}
          </p>
          <p aria-hidden className="flex shrink-0 gap-3 max-md:hidden">
            <Hint keys={["↵"]} does="open" />
            <Hint keys={["mod+↵"]} does="in a new tab" />
            <Hint keys={["Esc"]} does="close" />
          </p>
        </div>
      )}
    </div>
  );
}

function Hint({ keys, does }: { keys: string[]; does: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <KeyHint keys={keys} /> {does}
    </span>
  );
}

/** What was found before stays in view while more is looked for, and so does its number. */
function sentence({ asked, findings, isLoading }: PaletteFooterProps): string {
  if (asked === "") return "Type a name, a part of a title or an id.";
  const count = countOf(findings);
  const told = unfinishedSentence(findings.unfinished);
  if (isLoading) return count ?? "Searching records…";
  return told ?? count ?? "No record has this id or title.";
}

function countOf({ groups }: Findings): string | undefined {
  const count = groups.flatMap(({ found }) => found).length;
  if (count === 0) return undefined;
  const more = groups.some(({ hasMore }) => hasMore) ? " shown, there are more" : " found";
  return (count === 1 ? "1 record" : `${count} records`) + more;
}
