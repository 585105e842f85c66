// Server or client: the parts of the API, as links.
import Link from "next/link";
import type { ApiGroup } from "@/lib/model/api-reference";

type GroupListProps = { groups: ApiGroup[]; current: string | undefined };

const linkClass =
  "block truncate rounded-md px-2 py-1 text-sm text-muted transition-colors hover:bg-hover hover:text-ink " +
  "aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:py-2";

export function GroupList({ groups, current }: GroupListProps) {
  return (
    <nav aria-label="Parts of the API" className="lg:sticky lg:top-4 lg:self-start">
      <ul className="flex flex-wrap gap-x-1 lg:max-h-[calc(100dvh-2rem)] lg:flex-col lg:overflow-y-auto">
        <li>
          <Link
            href="/api/docs"
            prefetch={false}
            aria-current={current === undefined ? "page" : undefined}
            className={linkClass}
          >
            How it works
          </Link>
        </li>
        {groups.map(({ name }) => (
          <li key={name} className="min-w-0">
            <Link
              href={`/api/docs?of=${encodeURIComponent(name)}`}
              prefetch={false}
              aria-current={name === current ? "page" : undefined}
              className={linkClass}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
