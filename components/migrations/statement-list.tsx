// Server or client: what each statement of a migration is, what it locks and what that costs.
import { TriangleAlert } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Cost, Effect, Statement } from "@/lib/model/migrations/sql";

const costTones: Record<Cost, Tone> = {
  none: "neutral",
  scan: "amber",
  "index build": "amber",
  backfill: "amber",
  rewrite: "red",
  "fails unless empty": "red",
};

export function StatementList({ statements }: { statements: Statement[] }) {
  return (
    <ol className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
      {statements.map((statement, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: statements repeat and never move.
        <li key={index} className="grid gap-x-4 gap-y-1 px-4 py-2 md:grid-cols-[1.5rem_1fr_1fr]">
          <span className="text-xs text-faint tabular-nums md:text-right md:leading-5">
            <span className="sr-only">Line </span>
            {statement.line}
          </span>
          <div className="min-w-0 wrap-anywhere">
            <p>{statement.summary}</p>
            {!statement.summary.startsWith(statement.kind) && (
              <p className="text-xs text-muted">{statement.kind}</p>
            )}
            {statement.failure && <Refused failure={statement.failure} />}
          </div>
          <ul className="flex min-w-0 flex-col gap-1">
            {statement.effects.map((effect) => (
              <li key={`${effect.table.schema} ${effect.table.name} ${effect.note}`}>
                <Lock effect={effect} />
              </li>
            ))}
            {statement.effects.length === 0 && (
              <li className="text-xs text-muted">
                {statement.opaque ?? "locks no table that exists"}
              </li>
            )}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Lock({ effect }: { effect: Effect }) {
  const { table, lock, cost, note } = effect;
  return (
    <div className="wrap-anywhere">
      <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <code className="text-xs">
          {table.schema ? `${table.schema}.` : ""}
          {table.name}
        </code>
        <span className="text-xs text-muted">{lock.replace(/Lock$/, "")}</span>
        <Badge tone={costTones[cost]}>{cost === "none" ? "instant" : cost}</Badge>
      </span>
      {note && <p className="text-xs text-muted">{note}</p>}
    </div>
  );
}

function Refused({ failure }: { failure: NonNullable<Statement["failure"]> }) {
  return (
    <p className="mt-1 flex gap-1.5 text-xs text-red">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      Postgres will refuse it: {failure.message} (line {failure.line}, column {failure.column})
    </p>
  );
}
