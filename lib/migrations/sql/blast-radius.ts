// Pure: the tables of other prefixes that a batch reaches into.
import type { Batch } from "@/lib/migrations/sql/batch";
import { grouped } from "@/lib/migrations/sql/grouped";
import { ownerOf } from "@/lib/migrations/sql/owner";
import { strongest } from "@/lib/migrations/sql/strength";
import { isRelation } from "@/lib/migrations/sql/table-names";
import type { BlastItem } from "@/lib/model/migrations/lock-receipt";
import { lockModes } from "@/lib/model/migrations/sql";

export function blastRadiusOf({ steps, live }: Batch): BlastItem[] {
  const reaches = steps.flatMap((step) =>
    step.effects
      .filter(({ table, isNew, lock }) => {
        const isForeign = ownerOf(table, live.prefixes) !== step.prefix;
        return isForeign && !isNew && lockModes.indexOf(lock) > reading;
      })
      .map((effect) => ({ step, effect })),
  );
  const groups = grouped(reaches, ({ step, effect }) => `${step.prefix} ${effect.table}`);
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { table } = first.effect;
    return {
      by: first.step.prefix,
      table,
      prefix: ownerOf(table, live.prefixes),
      lock: strongest(all.map(({ effect }) => effect.lock)),
      isDropped: all.some(({ step }) =>
        step.statement.facts.destroys.some(
          (object) =>
            object.how === "dropped" && isRelation(object) && step.nameOf(object) === table,
        ),
      ),
      where: [...new Set(all.map(({ step }) => step.place))],
    };
  });
}

/** Locks up to this one are those of readers. */
const reading = lockModes.indexOf("RowShareLock");
