// Server or client: one prefix on the overview of migrations.
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { PrefixFacts } from "@/components/migrations/prefix-facts";
import { severityLooks } from "@/components/migrations/severity-look";
import { counted } from "@/lib/model/counted";
import { type PrefixStatus, pendingOf, problemsOf } from "@/lib/model/migrations/status";

const problemsShown = 3;
const pendingShown = 5;

export function PrefixCard({ status }: { status: PrefixStatus }) {
  const { Icon, text } = severityLooks[status.severity];
  const href = `/migrations/${encodeURIComponent(status.prefix)}`;
  return (
    <article
      aria-labelledby={`prefix-${status.prefix}`}
      className="rounded-md border border-line bg-surface"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-3">
        <h2 id={`prefix-${status.prefix}`} className="text-base font-semibold">
          <Link href={href} className="hover:underline">
            {status.label}
          </Link>
        </h2>
        <code className="text-sm text-muted">{status.prefix}</code>
        <Link
          href={href}
          aria-label={`Timeline of ${status.prefix}`}
          className="-mr-1 ml-auto inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-sm text-muted hover:bg-hover hover:text-ink sm:order-last"
        >
          Timeline
          <ArrowRight aria-hidden className="size-4" />
        </Link>
        <p className={`flex w-full items-start gap-2 text-sm font-medium sm:w-auto ${text}`}>
          <Icon aria-hidden className="mt-px size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{status.headline}</span>
        </p>
      </header>
      <div className="px-4 py-3">
        <PrefixFacts status={status} />
      </div>
      <Problems status={status} href={href} />
      <Pending status={status} />
    </article>
  );
}

function Problems({ status, href }: { status: PrefixStatus; href: string }) {
  const problems = problemsOf(status);
  if (problems.length === 0) return null;
  const hidden = problems.length - problemsShown;
  return (
    <div className="border-t border-line px-4 py-3 text-sm">
      <h3 className="text-xs text-muted">What is wrong</h3>
      <ul className="mt-1 flex flex-col gap-1.5">
        {problems.slice(0, problemsShown).map(({ finding, migration }) => {
          const { Icon, text } = severityLooks[finding.severity];
          return (
            <li
              key={`${migration?.position} ${finding.headline}`}
              className="flex gap-2 wrap-anywhere"
            >
              <Icon aria-hidden className={`mt-px size-4 shrink-0 ${text}`} />
              <span className="min-w-0">
                <span className="font-medium">{finding.headline}.</span>{" "}
                <span className="text-muted">{finding.sentence}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <Link href={href} className="mt-1.5 inline-block min-h-6 text-accent-text hover:underline">
          {counted(hidden, "more problem")}
        </Link>
      )}
    </div>
  );
}

function Pending({ status }: { status: PrefixStatus }) {
  const pending = pendingOf(status);
  if (pending.length === 0) return null;
  const hidden = pending.length - pendingShown;
  return (
    <div className="border-t border-line px-4 py-3 text-sm">
      <h3 className="text-xs text-muted">Pending, in the order in which they run</h3>
      <ol className="mt-1 flex flex-col gap-0.5">
        {pending.slice(0, pendingShown).map(({ position, tag, statements }) => (
          <li key={position} className="flex flex-wrap gap-x-2">
            <code className="min-w-0 wrap-anywhere">{tag}</code>
            <span className="text-muted">{counted(statements, "statement")}</span>
          </li>
        ))}
      </ol>
      {hidden > 0 && <p className="mt-0.5 text-muted">and {hidden} more</p>}
    </div>
  );
}
