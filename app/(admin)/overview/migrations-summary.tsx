// Server: the verdict on each prefix's migrations, in a line.
import { ArrowRight, CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { migrationStatus } from "@/lib/migrations/status";
import { type Verdict, verdictOf } from "@/lib/model/migration-status";

const looks: Record<Verdict, { Icon: typeof CircleCheck; tone: string }> = {
  clean: { Icon: CircleCheck, tone: "text-green" },
  pending: { Icon: CircleDashed, tone: "text-blue" },
  wrong: { Icon: TriangleAlert, tone: "text-red" },
};

export async function MigrationsSummary() {
  const statuses = await migrationStatus();
  return (
    <ul className="mx-4 divide-y divide-line rounded-md border border-line bg-surface text-sm md:mx-6">
      {statuses.map((status) => {
        const { Icon, tone } = looks[verdictOf(status)];
        return (
          <li key={status.prefix}>
            <Link
              prefetch={false}
              href={`/migrations/${encodeURIComponent(status.prefix)}`}
              className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover"
            >
              <Icon aria-hidden className={`size-4 shrink-0 ${tone}`} />
              <code className="w-24 shrink-0">{status.prefix}</code>
              <span className="min-w-0 flex-1 truncate">{status.headline}</span>
              <ArrowRight aria-hidden className="size-4 shrink-0 text-faint" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
