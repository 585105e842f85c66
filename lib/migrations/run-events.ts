// Pure: what a migration run tells, and the lines of a terminal that say it.
import { counted } from "@/lib/model/counted";
import type { Finding } from "@/lib/model/migration-status";

/** A statement that Postgres refused. `position` counts characters of `statement` from 1. */
export type StatementFailure = {
  tag: string;
  statement: string;
  /** Of `total` in the file, from 1. */
  index: number;
  total: number;
  code: string;
  message: string;
  detail?: string | undefined;
  hint?: string | undefined;
  position?: number | undefined;
};

export type RunEvent = { prefix: string } & (
  | { kind: "waiting" }
  | { kind: "nothing to do" }
  /** Told once all of them are committed. */
  | { kind: "applied"; tag: string; statements: number; ms: number }
  | { kind: "refused"; findings: Finding[] }
  /** `failure` is none when the commit failed or the connection was lost. */
  | { kind: "failed"; failure?: StatementFailure; reason: string; outcome: Outcome }
);

/** What Postgres says became of the transaction; `unknown` when it could not be asked. */
export type Outcome = "rolled back" | "committed" | "unknown";

export function linesOf(event: RunEvent): string[] {
  const { prefix } = event;
  switch (event.kind) {
    case "waiting":
      return [`${prefix}: another run is migrating; waiting for it to end`];
    case "nothing to do":
      return [`${prefix}: nothing to do`];
    case "applied":
      return [
        `${prefix}: applied ${event.tag} (${counted(event.statements, "statement")}, ${event.ms} ms)`,
      ];
    case "refused":
      return [`${prefix}: refused`, ...event.findings.flatMap(refusalLines)];
    case "failed":
      return [
        ...(event.failure
          ? failureLines(prefix, event.failure)
          : [`${prefix}: failed. ${event.reason}`]),
        `  ${outcomes[event.outcome]}`,
      ];
  }
}

const outcomes: Record<Outcome, string> = {
  "rolled back": "Nothing was applied.",
  committed: "Part of it or all was committed: look at the status before you try again.",
  unknown: "Whether anything was applied is unknown: look at the status before you try again.",
};

function refusalLines({ headline, sentence, remedy, code }: Finding): string[] {
  const more = [sentence, remedy, code].flatMap((part) => part?.split("\n") ?? []);
  return [`  ${headline}.`, ...more.map((line) => `    ${line}`)];
}

function failureLines(prefix: string, failure: StatementFailure): string[] {
  const { tag, index, total, code, message, detail, hint, position } = failure;
  const place = position ? placeOf(failure.statement, position) : undefined;
  return [
    `${prefix}: failed in ${tag}, statement ${index} of ${total}`,
    ...excerpt(failure.statement, place),
    `  ${code}: ${message}${place ? ` (line ${place.line}, column ${place.column})` : ""}`,
    ...(detail ? [`  Detail: ${detail}`] : []),
    ...(hint ? [`  Hint: ${hint}`] : []),
  ];
}

type Place = { line: number; column: number };

function placeOf(statement: string, position: number): Place {
  const before = statement.slice(0, position - 1).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const linesShown = 12;

/** The statement, or the lines around the place, with a mark under it. */
function excerpt(statement: string, place: Place | undefined): string[] {
  const lines = statement.replaceAll("\t", " ").split("\n");
  const first = Math.max(
    0,
    Math.min((place?.line ?? 1) - 1 - linesShown / 2, lines.length - linesShown),
  );
  return lines.slice(first, first + linesShown).flatMap((line, offset) => {
    const isPlace = place && first + offset + 1 === place.line;
    const shown = `  | ${line.trimEnd()}`;
    if (isPlace) return [shown, `  | ${" ".repeat(place.column - 1)}^`];
    return line.trim() === "" ? [] : [shown];
  });
}
