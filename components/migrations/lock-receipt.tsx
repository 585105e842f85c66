// Server or client: what the pending batch locks and for how long, and what is to be said about it, worst first.
import Link from "next/link";
import { severityLooks } from "@/components/migrations/severity-look";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { counted, roughly } from "@/lib/model/counted";
import type {
  BlastItem,
  LintFinding,
  Receipt,
  ReceiptTable,
} from "@/lib/model/migrations/lock-receipt";
import { durationText } from "@/lib/model/migrations/run";

export function LockReceipt({ receipt }: { receipt: Receipt }) {
  const { severity, sentence, tables, findings, blastRadius } = receipt;
  const { Icon, text } = severityLooks[severity];
  return (
    <section aria-labelledby="receipt">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="receipt" className="text-base font-semibold">
          Lock receipt
        </h2>
        <Link
          href="/migrations/rehearsal"
          className="inline-flex min-h-6 items-center text-sm text-accent-text hover:underline print:hidden"
        >
          Measure it in a rehearsal
        </Link>
      </div>
      <div className="overflow-clip rounded-md border border-line bg-surface">
        <p className="flex gap-2.5 px-4 py-3 text-sm">
          <Icon aria-hidden className={`mt-px size-4 shrink-0 ${text}`} />
          <span className="min-w-0 text-pretty wrap-anywhere">{sentence}</span>
        </p>
        {tables.length > 0 && <Tables tables={tables} />}
        {blastRadius.length > 0 && <BlastRadius items={blastRadius} />}
        {findings.length > 0 && (
          <ul className="divide-y divide-line border-t border-line">
            {findings.map((finding) => (
              <li key={`${finding.rule} ${finding.headline}`} className="px-4 py-3">
                <Lint finding={finding} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Tables({ tables }: { tables: ReceiptTable[] }) {
  return (
    <Table label="Tables that the batch locks" regionClassName="border-t border-line">
      <TableHead>
        <TableRow>
          <TableHeader>Table</TableHeader>
          <TableHeader>Lock</TableHeader>
          <TableHeader>Blocks</TableHeader>
          <TableHeader>Work</TableHeader>
          <TableHeader numeric>Rows</TableHeader>
          <TableHeader numeric>Held for</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {tables.map((each) => (
          <TableRow key={each.table}>
            <TableCell title={each.table}>
              <code>{each.table.replace(/^public\./, "")}</code>
              {each.isNew && (
                <Badge tone="green" className="ml-2">
                  new
                </Badge>
              )}
            </TableCell>
            <TableCell>{each.lock.replace(/Lock$/, "")}</TableCell>
            <TableCell>{each.isNew ? "nobody: it is new" : each.blocks}</TableCell>
            <TableCell>{each.cost}</TableCell>
            <TableCell numeric>{each.rows === null ? "unknown" : about(each.rows)}</TableCell>
            <TableCell numeric>{each.isNew ? "–" : heldFor(each.heldMs)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function BlastRadius({ items }: { items: BlastItem[] }) {
  return (
    <div className="border-t border-line px-4 py-3 text-sm">
      <h3 className="text-xs text-muted">Reaches into other prefixes</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {items.map(({ by, table, prefix, lock, isDropped, where }) => (
          <li key={`${by} ${table}`} className="wrap-anywhere">
            <code>{by}</code> {isDropped ? "drops" : "locks"} <code>{table}</code>
            <span className="text-muted">
              {" "}
              of {prefix ?? "no prefix"} ({lock.replace(/Lock$/, "")}, {where[0]?.summary})
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lint({ finding }: { finding: LintFinding }) {
  const { Icon, text } = severityLooks[finding.severity];
  return (
    <div className="flex gap-2.5 text-sm">
      <Icon aria-hidden className={`mt-px size-4 shrink-0 ${text}`} />
      <div className="min-w-0 flex-1 text-pretty wrap-anywhere">
        <p className="font-medium">{finding.headline}</p>
        <p className="text-muted">{finding.sentence}</p>
        <p className="mt-1">
          <span className="font-medium">To do: </span>
          {finding.remedy}
        </p>
        {finding.code && (
          <CodeBlock code={finding.code} label={`SQL for: ${finding.headline}`} className="mt-2" />
        )}
        <ul className="mt-1.5 text-xs text-muted">
          {finding.where.slice(0, placesShown).map(({ tag, line, summary }) => (
            <li key={`${tag} ${line}`}>
              <code>
                {tag}:{line}
              </code>{" "}
              {summary}
            </li>
          ))}
          {finding.where.length > placesShown && (
            <li>and {counted(finding.where.length - placesShown, "more place")}</li>
          )}
        </ul>
      </div>
    </div>
  );
}

const placesShown = 4;

function about(rows: number): string {
  return rows < 1_000 ? String(Math.round(rows)) : `≈ ${roughly(rows)}`;
}

function heldFor(ms: number): string {
  return ms < 10 ? "an instant" : `≈ ${durationText(ms)}`;
}
