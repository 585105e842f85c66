// Server or client: a person by name, or by the beginning of the id where nobody is known by it.
import { Avatar } from "@/components/ui/avatar";
import type { Literal } from "@/lib/model/literal";
import { type Page, personOf, shortIdLength } from "@/lib/model/page";

export function PersonName({ id, people }: { id: Literal; people: Page["people"] }) {
  if (id === null) return <span className="text-faint">nobody</span>;
  const { name = "", email = "" } = personOf(people, id) ?? {};
  const shown = name || email;
  if (!shown) return <ShortId id={id} />;
  return (
    <span
      title={`${[name, email].filter(Boolean).join(" · ")}\n${id}`}
      className="inline-flex max-w-full items-center gap-1.5"
    >
      <Avatar name={shown} />
      <span className="truncate">{shown}</span>
    </span>
  );
}

export function ShortId({ id }: { id: string }) {
  return (
    <span title={id} className="font-mono text-[0.945em] text-muted">
      {id.slice(0, shortIdLength)}
    </span>
  );
}
