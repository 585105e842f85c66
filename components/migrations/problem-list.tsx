// Server or client: everything that is wrong with a prefix, worst first, each with its proof.
import { FindingView } from "@/components/migrations/finding-view";
import { migrationHref, type PrefixStatus, problemsOf } from "@/lib/model/migrations/status";

export function ProblemList({ status }: { status: PrefixStatus }) {
  const problems = problemsOf(status);
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="mb-2 text-base font-semibold">
        Needs attention
      </h2>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {problems.map(({ finding, migration }) => (
          <li key={`${migration?.position} ${finding.headline}`} className="px-4 py-3">
            <FindingView
              finding={finding}
              {...(migration && { href: migrationHref(status, migration) })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
