// Server or client: what happened when the pending migrations were run in a shadow of the database.
import { DriftDifference } from "@/components/migrations/drift-difference";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { counted } from "@/lib/model/counted";
import type {
  LastRehearsal,
  MeasuredLock,
  RehearsalFailure,
  RehearsalReport,
  RehearsedStatement,
} from "@/lib/model/migrations/rehearsal";

export function RehearsalView({ report, isCurrent }: LastRehearsal) {
  const { caveats, statements, failure, fromEmpty } = report;
  return (
    <div className="flex flex-col gap-6">
      <Outcome report={report} isCurrent={isCurrent} />
      {caveats.length > 0 && (
        <Notice tone="warning" title="What limits this rehearsal">
          {caveats.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {failure && <Failure failure={failure} where="on this database" />}
      {statements.length > 0 && <Statements statements={statements} />}
      <section aria-labelledby="from-empty" className="flex flex-col gap-2">
        <h2 id="from-empty" className="text-base font-semibold">
          Beside a fresh database
        </h2>
        {fromEmpty.failure ? (
          <>
            <p className="text-sm text-muted">A fresh database cannot be made from the journals:</p>
            <Failure failure={fromEmpty.failure} where="on a fresh database" />
          </>
        ) : (
          <FromEmpty parts={fromEmpty.parts} hasFailed={failure !== null} />
        )}
      </section>
    </div>
  );
}

function Outcome({ report, isCurrent }: LastRehearsal) {
  const { statements, failure, at, ms } = report;
  const when = new Date(at);
  const title = failure
    ? `${failure.tag} would fail`
    : statements.length === 0
      ? "Nothing is pending"
      : `${counted(statements.length, "statement")} would run`;
  return (
    <Notice tone={!isCurrent ? "warning" : failure ? "danger" : "success"} title={title}>
      <p>
        Rehearsed <RelativeTime at={when} literal={when.toISOString()} /> in{" "}
        {(ms / 1_000).toFixed(1)} s.{" "}
        {!isCurrent && (
          <strong className="font-medium">
            The database or the migrations have changed since: rehearse again.
          </strong>
        )}
      </p>
    </Notice>
  );
}

function Statements({ statements }: { statements: RehearsedStatement[] }) {
  return (
    <section aria-labelledby="measured">
      <h2 id="measured" className="mb-1 text-base font-semibold">
        Measured locks
      </h2>
      <p className="mb-2 max-w-[72ch] text-sm text-pretty text-muted">
        Read from pg_locks after each statement. Every lock is held until its prefix's batch
        commits; a rewritten table is copied row by row.
      </p>
      <ol className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
        {statements.map(({ prefix, tag, index, locks, rewrites }) => (
          <li
            key={`${prefix} ${tag} ${index}`}
            className="grid gap-x-4 gap-y-1 px-4 py-2 md:grid-cols-[1fr_2fr]"
          >
            <span className="min-w-0 wrap-anywhere">
              <code>{tag}</code> <span className="text-muted">statement {index}</span>
            </span>
            <ul className="flex min-w-0 flex-col gap-0.5">
              {locks.map((lock) => (
                <li key={lock.table}>
                  <Lock lock={lock} isRewritten={rewrites.includes(lock.table)} />
                </li>
              ))}
              {locks.length === 0 && <li className="text-muted">no lock beyond those held</li>}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Lock({ lock, isRewritten }: { lock: MeasuredLock; isRewritten: boolean }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 wrap-anywhere">
      <code className="text-xs">{lock.table}</code>
      <span className="text-xs text-muted">{lock.mode.replace(/Lock$/, "")}</span>
      {lock.isNew && <Badge tone="green">new</Badge>}
      {isRewritten && <Badge tone="red">rewritten</Badge>}
    </span>
  );
}

type FailureProps = { failure: RehearsalFailure; where: string };

function Failure({ failure, where }: FailureProps) {
  const { tag, index, statement, code, message } = failure;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="wrap-anywhere">
        <span className="font-medium">
          {tag}, statement {index}:
        </span>{" "}
        {message} <span className="text-muted">({code})</span>
      </p>
      <CodeBlock code={statement} label={`Statement ${index} of ${tag} ${where}`} />
    </div>
  );
}

type FromEmptyProps = { parts: RehearsalReport["fromEmpty"]["parts"]; hasFailed: boolean };

function FromEmpty({ parts, hasFailed }: FromEmptyProps) {
  if (hasFailed) {
    return <p className="text-sm text-muted">Not compared, since the pending ones failed.</p>;
  }
  if (parts.length === 0) {
    return (
      <p className="text-sm text-muted">
        After this run the database is what a fresh one becomes from the same journals.
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface">
      {parts.map((part) => (
        <li key={`${part.kind} ${part.table} ${part.name}`}>
          <DriftDifference
            difference={part}
            sides={{ found: "This database, after the run", expected: "A fresh database" }}
          />
        </li>
      ))}
    </ul>
  );
}
