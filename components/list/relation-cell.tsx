// Server or client: what a cell refers to, by its title: a link, which opens a peek where a PeekHost is on the page.
import { PersonName } from "@/components/list/person-name";
import { type Page, shortIdLength, type Target } from "@/lib/model/page";

type RelationCellProps = {
  target: Target;
  literal: string;
  people: Page["people"];
  isPerson: boolean;
  isInLink?: boolean;
};

export function RelationCell({ target, literal, people, isPerson, isInLink }: RelationCellProps) {
  const { href, title } = target;
  if (href === undefined) return <Missing id={literal} />;
  const shown = isPerson ? (
    <PersonName id={literal} people={people} />
  ) : (
    title || <Id>{literal}</Id>
  );
  if (isInLink) return shown;
  return (
    // A document of its own without scripts, and with them by a key held down: Next's link would be in the way.
    <a
      href={href}
      data-peek={title || literal}
      aria-haspopup="dialog"
      title={isPerson ? undefined : literal}
      className="decoration-line-strong underline-offset-3 hover:underline"
    >
      {shown}
    </a>
  );
}

function Missing({ id }: { id: string }) {
  return (
    <span title={id} className="text-muted">
      <span className="rounded-sm border border-line px-1 text-2xs text-faint">no such record</span>{" "}
      <Id>{id}</Id>
    </span>
  );
}

/** Of a UUID the beginning; what is shorter, whole. */
function Id({ children: id }: { children: string }) {
  const shown = /^[\da-f-]{36}$/i.test(id) ? id.slice(0, shortIdLength) : id;
  return <span className="font-mono text-[0.945em] text-muted">{shown}</span>;
}
