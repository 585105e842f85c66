// Pure: the status as a terminal shows it.
import { counted } from "@/lib/model/counted";
import {
  type Finding,
  isJudged,
  type PrefixStatus,
  pendingOf,
  problemsOf,
  recordedOf,
  verdictOf,
} from "@/lib/model/migrations/status";

const marks = { clean: "ok", pending: "pending", wrong: "WRONG" };

/** A table with a row for each prefix, then what is pending and what is wrong, with evidence and remedy. */
export function statusLines(statuses: PrefixStatus[]): string[] {
  return [...table(statuses), ...statuses.flatMap(pendingLines), ...statuses.flatMap(problemLines)];
}

function table(statuses: PrefixStatus[]): string[] {
  const rows = statuses.map((status) => [
    status.prefix,
    marks[verdictOf(status)],
    isJudged(status) ? `${recordedOf(status).length} applied` : "unknown",
    isJudged(status) ? `${pendingOf(status).length} pending` : "unknown",
    status.ledger,
    status.headline,
  ]);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function pendingLines(status: PrefixStatus): string[] {
  const pending = pendingOf(status);
  if (pending.length === 0) return [];
  return [
    "",
    `${status.prefix} ${pending.length} pending: npm run ${status.script}`,
    ...pending.map(({ tag, statements }) => `  ${tag} (${counted(statements, "statement")})`),
  ];
}

function problemLines(status: PrefixStatus): string[] {
  return problemsOf(status).flatMap(({ finding }) => [
    "",
    `${status.prefix} ${finding.severity}: ${finding.headline}`,
    ...details(finding).map((line) => `  ${line}`),
  ]);
}

function details({ sentence, evidence, remedy, code, repair }: Finding): string[] {
  return [
    sentence,
    ...evidence.map(({ label, value }) => `${label}: ${value}`),
    ...(remedy ? [`To do: ${remedy}`] : []),
    ...(code ? indented(code) : []),
    ...(repair ? [`${repair.title}:`, ...indented(repair.apply)] : []),
  ];
}

function indented(text: string): string[] {
  return text.split("\n").map((line) => `  ${line}`);
}
