// Pure: the lines of a terminal that say what a migration run tells.
import { counted } from "@/lib/model/counted";
import {
  changedSentence,
  outcomeSentences,
  type RunEvent,
  type StatementFailure,
} from "@/lib/model/migrations/run";
import { excerptOf, placeOf } from "@/lib/model/migrations/statement-excerpt";
import type { Finding } from "@/lib/model/migrations/status";

/** None for what only matters while it lasts: see `progressLineOf`. */
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
    case "changed":
      return [`${prefix}: refused. ${changedSentence}`];
    case "failed":
      return failureLines(event);
    case "running":
    case "recorded":
      return [];
  }
}

/** What is running now, for a terminal that can overwrite its last line. */
export function progressLineOf(event: RunEvent): string | undefined {
  if (event.kind !== "running") return undefined;
  const { prefix, tag, index, total, statement } = event;
  return `${prefix}: ${tag}, statement ${index} of ${total}: ${statement}`;
}

type Failed = Extract<RunEvent, { kind: "failed" }>;

export function failureLines({ prefix, failure, reason, outcome }: Failed): string[] {
  const said = failure ? statementLines(prefix, failure) : [`${prefix}: failed. ${reason}`];
  return [...said, `  ${outcomeSentences[outcome]}`];
}

function refusalLines({ headline, sentence, remedy, code }: Finding): string[] {
  const more = [sentence, remedy, code].flatMap((part) => part?.split("\n") ?? []);
  return [`  ${headline}.`, ...more.map((line) => `    ${line}`)];
}

function statementLines(prefix: string, failure: StatementFailure): string[] {
  const { tag, statement, index, total, code, message, detail, hint, position } = failure;
  const place = position ? placeOf(statement, position) : undefined;
  return [
    `${prefix}: failed in ${tag}, statement ${index} of ${total}`,
    ...excerptOf(statement, position).map((line) => `  | ${line}`),
    `  ${code}: ${message}${place ? ` (line ${place.line}, column ${place.column})` : ""}`,
    ...(detail ? [`  Detail: ${detail}`] : []),
    ...(hint ? [`  Hint: ${hint}`] : []),
  ];
}
