// Server: a resource on the overview: its name, what it is, how many records it has.
import Link from "next/link";
import { ListCount } from "@/app/(admin)/[resource]/list-count";
import { Streamed } from "@/app/(admin)/streamed";
import type { Actor } from "@/lib/model/actor";
import type { Registered } from "@/lib/resources/registry";

export function ResourceSummary({ actor, registered }: { actor: Actor; registered: Registered }) {
  const { resource } = registered;
  return (
    <div className="relative rounded-md border border-line bg-surface p-4 hover:border-line-strong">
      <div className="flex items-baseline justify-between gap-3">
        <Link
          href={`/${encodeURIComponent(resource.slug)}`}
          className="text-base font-semibold after:absolute after:inset-0 after:rounded-md"
        >
          {resource.label}
        </Link>
        <span className="text-sm text-muted">
          <Streamed>
            <ListCount actor={actor} registered={registered} />
          </Streamed>
        </span>
      </div>
      <p className="mt-1 text-sm text-pretty text-muted">
        {resource.description ?? resource.table}
      </p>
    </div>
  );
}
