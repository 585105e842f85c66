// Server or client: whom a record is about, and what else there is of them.
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { Count } from "@/lib/model/page";

type PersonViewProps = {
  id: string;
  /** Absent where nobody has that id. */
  person: { name: string; email: string } | undefined;
  href?: string;
  /** How many other records there are of them. */
  count: Count;
  /** `session`, `sessions`. */
  words: { one: string; many: string };
  /** Links to the newest of them. */
  children: ReactNode;
};

export function PersonView({ id, person, href, count, words, children }: PersonViewProps) {
  const name = person?.name || person?.email || id;
  return (
    <div className="text-sm">
      <div className="flex items-center gap-2.5">
        <Avatar name={person ? name : "?"} size="md" />
        <div className="min-w-0">
          {href && person ? (
            <Link href={href} prefetch={false} className="font-medium hover:underline">
              {name}
            </Link>
          ) : (
            <span className={person ? "font-medium" : "font-mono text-xs"}>{name}</span>
          )}
          <p className="truncate text-xs text-muted">
            {person ? person.email : "Nobody has this id"}
          </p>
        </div>
      </div>
      <p className="mt-2.5 text-xs text-muted">{countText(count, words)}</p>
      {children}
    </div>
  );
}

function countText({ rows, kind }: Count, { one, many }: PersonViewProps["words"]): string {
  if (kind === "more than") return `More than ${rows} other ${many}`;
  if (rows === 0) return `No other ${many}`;
  return rows === 1 ? `One other ${one}` : `${rows} other ${many}`;
}
