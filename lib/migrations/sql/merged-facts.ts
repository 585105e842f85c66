// Pure: the facts about several parts of a statement as those of one.
import type { StatementFacts } from "@/lib/model/migrations/sql";

export function mergedFacts(all: Partial<StatementFacts>[]): StatementFacts {
  const outsideTransaction = all.flatMap((facts) => facts.outsideTransaction ?? [])[0];
  const transactionControl = all.flatMap((facts) => facts.transactionControl ?? [])[0];
  return {
    ...(outsideTransaction !== undefined && { outsideTransaction }),
    ...(transactionControl !== undefined && { transactionControl }),
    waitsForInput: all.some((facts) => facts.waitsForInput ?? false),
    cascades: all.some((facts) => facts.cascades ?? false),
    destroys: all.flatMap(({ destroys }) => destroys ?? []),
    needs: all.flatMap(({ needs }) => needs ?? []),
    columnTypes: all.flatMap(({ columnTypes }) => columnTypes ?? []),
    literals: all.flatMap(({ literals }) => literals ?? []),
    longNames: all.flatMap(({ longNames }) => longNames ?? []),
    sets: all.flatMap(({ sets }) => sets ?? []),
  };
}
