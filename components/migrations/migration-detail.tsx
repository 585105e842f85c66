// Server or client: one migration: what became of it, what it changes, what each statement costs, its SQL.

import type { ReactNode } from "react";
import { Fact } from "@/components/migrations/fact";
import { FindingView } from "@/components/migrations/finding-view";
import { SchemaChanges } from "@/components/migrations/schema-changes";
import { SqlView } from "@/components/migrations/sql-view";
import { StateBadge } from "@/components/migrations/state-badge";
import { StatementList } from "@/components/migrations/statement-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Statement, Token } from "@/lib/model/migrations/sql";
import type { MigrationStatus, SchemaChange } from "@/lib/model/migrations/status";

type MigrationDetailProps = {
  migration: MigrationStatus;
  statements: Statement[];
  tokens: Token[] | undefined;
  changes: { since: string | null; list: SchemaChange[] } | undefined;
};

export function MigrationDetail({ migration, statements, tokens, changes }: MigrationDetailProps) {
  return (
    <div className="flex flex-col gap-6 px-4 md:px-6">
      <Facts migration={migration} statements={statements.length} />
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {migration.findings.map((finding) => (
          <li key={`${finding.state} ${finding.headline}`} className="px-4 py-3">
            <FindingView finding={finding} />
          </li>
        ))}
      </ul>
      <Part id="changes" title="What it changes">
        {changes === undefined && (
          <Nothing>drizzle-kit's snapshot is missing, so only the SQL tells.</Nothing>
        )}
        {changes?.since && (
          <Nothing>Everything since {changes.since}, whose snapshot is the last before.</Nothing>
        )}
        {changes?.list.length === 0 && (
          <Nothing>Nothing that the schema describes: its SQL was written by hand.</Nothing>
        )}
        {changes && changes.list.length > 0 && <SchemaChanges changes={changes.list} />}
      </Part>
      <Part id="statements" title="Statements">
        {statements.length > 0 ? (
          <StatementList statements={statements} />
        ) : (
          <Nothing>It has none.</Nothing>
        )}
      </Part>
      {tokens && (
        <Part id="sql" title="SQL">
          <SqlView tokens={tokens} label={`SQL of ${migration.tag}`} />
        </Part>
      )}
    </div>
  );
}

function Facts({ migration, statements }: { migration: MigrationStatus; statements: number }) {
  const { state, severity, when, appliedAt, hash } = migration;
  const generated = when === null ? undefined : new Date(when);
  const applied = appliedAt === null ? undefined : new Date(appliedAt);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-[repeat(4,auto)_1fr]">
      <Fact term="State">
        <StateBadge state={state} severity={severity} />
      </Fact>
      <Fact term="Generated">
        {generated ? <RelativeTime at={generated} literal={generated.toISOString()} /> : "unknown"}
      </Fact>
      <Fact term="Applied">
        {applied ? (
          <RelativeTime at={applied} literal={applied.toISOString()} />
        ) : (
          <span className="text-muted">{migration.isRecorded ? "time not recorded" : "no"}</span>
        )}
      </Fact>
      <Fact term="Statements">{statements}</Fact>
      <Fact term="sha256" isWide>
        <code>{hash ?? "no file"}</code>
      </Fact>
    </dl>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-base font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return <p className="mb-2 text-sm text-muted">{children}</p>;
}
