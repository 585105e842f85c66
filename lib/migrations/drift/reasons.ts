// Pure: why a prefix cannot be verified, and why what is expected of it may be wrong, in sentences.
import type { LiveDatabase } from "@/lib/migrations/shadow/live-database";
import type { ReplayFailure } from "@/lib/migrations/shadow/replay";
import { isWrong, type PrefixStatus, recordedOf } from "@/lib/model/migrations/status";

/** @param unavailable extensions that the shadow does not have */
export function reasonFor(
  { tag, statement, text, code, message }: ReplayFailure,
  { surroundings }: LiveDatabase,
  unavailable: string[],
): string {
  if (statement === 0) return `The file of ${tag} is missing.`;
  const extension =
    unavailable.find((name) => isCreatedBy(text, name)) ??
    surroundings.extensions.find(
      ({ name, members }) =>
        unavailable.includes(name) && members.some((member) => names(message, member)),
    )?.name;
  const where = `${tag}, statement ${statement}`;
  if (extension) return `The shadow database has no extension ${extension} (${where}).`;
  return `${where}, does not run in the shadow database: ${message} (${code}).`;
}

function isCreatedBy(statement: string, extension: string): boolean {
  return /create\s+extension/i.test(statement) && names(statement, extension);
}

function names(text: string, word: string): boolean {
  return text.split(/[^\w-]+/).includes(word);
}

/** What makes the recorded migrations other ones than those that have run. */
export function caveatsOf(status: PrefixStatus): string[] {
  const edited = recordedOf(status).flatMap(({ findings }) =>
    findings.filter(({ state, severity }) => state === "edited" && isWrong(severity)),
  );
  const orphans = status.findings.filter(({ state }) => state === "orphan row");
  return [
    ...edited.map(({ headline }) => `${headline}: the edited text is taken for what has run.`),
    ...orphans.map(({ headline }) => `${headline}: what it did is not expected.`),
  ];
}
