// Pure: a sequence's options in SQL's words.
import type { Sequence } from "@/lib/migrations/drift/objects";
import { qualified } from "@/lib/migrations/drift/quote";

const limits: Record<string, bigint> = {
  smallint: 32767n,
  integer: 2147483647n,
  bigint: 9223372036854775807n,
};

/** Those that are not their defaults, each with a blank before it. */
export function sequenceOptions(sequence: Sequence): string {
  const type = sequence.type === "bigint" ? "" : ` AS ${sequence.type}`;
  return `${type}${identityOptions(sequence)}`;
}

/** The same without the type, which is the column's. */
export function identityOptions(sequence: Sequence): string {
  const largest = limits[sequence.type] ?? 0n;
  const isAscending = !sequence.increment.startsWith("-");
  const usual = isAscending
    ? { min: "1", max: String(largest), start: sequence.min }
    : { min: String(-largest - 1n), max: "-1", start: sequence.max };
  return [
    ...(sequence.increment === "1" ? [] : [` INCREMENT BY ${sequence.increment}`]),
    ...(sequence.min === usual.min ? [] : [` MINVALUE ${sequence.min}`]),
    ...(sequence.max === usual.max ? [] : [` MAXVALUE ${sequence.max}`]),
    ...(sequence.start === usual.start ? [] : [` START WITH ${sequence.start}`]),
    ...(sequence.cache === "1" ? [] : [` CACHE ${sequence.cache}`]),
    ...(sequence.cycle ? [" CYCLE"] : []),
  ].join("");
}

/** States every option, so that whatever they were before is overwritten. */
export function alterSequence(sequence: Sequence): string {
  const { type, increment, min, max, start, cache, cycle } = sequence;
  return (
    `ALTER SEQUENCE ${qualified(sequence)} AS ${type} INCREMENT BY ${increment} MINVALUE ${min}` +
    ` MAXVALUE ${max} START WITH ${start} CACHE ${cache} ${cycle ? "CYCLE" : "NO CYCLE"};`
  );
}
