// Pure: changes of a filter, as its chips and its builder make them. Each gives a new filter.
import { type Condition, type FilterPart, type Group, isGroup } from "@/lib/model/filter/filter";

/** Into the parts of the filter, group by group: `[2, 0]` is the first part of the third. */
export type PartPath = number[];

export function partAt(filter: Group, path: PartPath): FilterPart | undefined {
  return path.reduce<FilterPart | undefined>(
    (part, index) => (part && isGroup(part) ? part.parts[index] : undefined),
    filter,
  );
}

/** Beside all the others. */
export function withCondition(filter: Group, condition: Condition): Group {
  return { ...filter, parts: [...filter.parts, settled(condition)] };
}

/** In the place of what is there. */
export function withChanged(filter: Group, path: PartPath, condition: Condition): Group {
  return changed(filter, path, () => [settled(condition)]);
}

export function withoutPart(filter: Group, path: PartPath): Group {
  return changed(filter, path, () => []);
}

/** Either what is at `path` or `condition`: further alternatives join the group that is there. */
export function withAlternative(filter: Group, path: PartPath, condition: Condition): Group {
  const groupPath = path.slice(0, -1);
  const group = partAt(filter, groupPath);
  const alternative = settled(condition);
  if (path.length > 1 && group && isGroup(group) && group.any) {
    return changed(filter, groupPath, () => [{ ...group, parts: [...group.parts, alternative] }]);
  }
  return changed(filter, path, (part) => [{ any: true, parts: [part, alternative] }]);
}

/** A group of one part is that part, and an empty one is gone. */
function changed(
  group: Group,
  [index, ...rest]: PartPath,
  change: (part: FilterPart) => FilterPart[],
): Group {
  const parts = group.parts.flatMap((part, at) => {
    if (at !== index) return [part];
    if (rest.length === 0) return change(part);
    if (!isGroup(part)) return [part];
    const inner = changed(part, rest, change);
    return inner.parts.length > 1 ? [inner] : inner.parts;
  });
  return { ...group, parts };
}

/** One of one value is that value. */
function settled(condition: Condition): Condition {
  const { operator, values } = condition;
  if (values.length !== 1) return condition;
  if (operator === "in") return { ...condition, operator: "is" };
  return operator === "notIn" ? { ...condition, operator: "isNot" } : condition;
}
