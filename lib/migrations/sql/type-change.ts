// Server: whether a column's new type leaves the stored rows as they are.
import "server-only";
import type { Node, TypeName } from "libpg-query";
import { typeOf } from "@/lib/migrations/sql/names";
import { isRefusal, treesOf } from "@/lib/migrations/sql/parser";
import { nodesIn } from "@/lib/migrations/sql/reading";
import type { Cost } from "@/lib/model/migrations/sql";

type Type = { name: string; modifiers: number[]; isArray: boolean };

/** `from` as `format_type` prints it, where the database told. */
export function typeChange(
  from: string | undefined,
  to: TypeName | undefined,
  using: Node | undefined,
): { cost: Cost; note: string } {
  const target = typeFrom(to);
  if (using && !isPlainCast(using, target)) {
    return { cost: "rewrite", note: "USING computes every row's value" };
  }
  const source = typed(from);
  if (!source) {
    return widened.has(target.name)
      ? { cost: "rewrite", note: "rewrites unless the type is only widened" }
      : { cost: "rewrite", note: "rewrites unless it is this type already" };
  }
  if (keepsRows(source, target)) return { cost: "none", note: "rows are stored alike" };
  if (!source.isArray && isZoneChange(source, target)) {
    return { cost: "rewrite", note: "rewrites unless the session's time zone is UTC" };
  }
  return { cost: "rewrite", note: `from ${from}: every row is stored anew` };
}

/** Types that can take over rows of a narrower type of their family. */
const widened = new Set(
  "text varchar numeric timestamp timestamptz time interval varbit".split(" "),
);
const precise = new Set("timestamp timestamptz time timetz interval".split(" "));

function keepsRows(from: Type, to: Type): boolean {
  if (from.isArray !== to.isArray) return false;
  const isText = [from, to].every(({ name }) => name === "text" || name === "varchar");
  if (isText || (from.name === to.name && ["varchar", "varbit"].includes(from.name))) {
    return fits(from.modifiers[0], to.modifiers[0]);
  }
  if (from.name === "cidr" && to.name === "inet") return true;
  if (from.name !== to.name) return false;
  if (from.name === "numeric") {
    const isSameScale = (from.modifiers[1] ?? 0) === (to.modifiers[1] ?? 0);
    return to.modifiers.length === 0 || (isSameScale && fits(from.modifiers[0], to.modifiers[0]));
  }
  if (precise.has(from.name)) return fits(from.modifiers.at(-1) ?? 6, to.modifiers.at(-1) ?? 6);
  return String(from.modifiers) === String(to.modifiers);
}

/** A missing length is without bound. */
function fits(from: number | undefined, to: number | undefined): boolean {
  return to === undefined || (from !== undefined && from <= to);
}

function isZoneChange(from: Type, to: Type): boolean {
  const names = [from.name, to.name].sort().join(" ");
  return names === "timestamp timestamptz" && String(from.modifiers) === String(to.modifiers);
}

/** `USING "column"::type`, which drizzle always writes: what Postgres would do by itself. */
function isPlainCast(using: Node, target: Type): boolean {
  if (!("TypeCast" in using) || !using.TypeCast.arg) return false;
  const cast = typeFrom(using.TypeCast.typeName);
  return "ColumnRef" in using.TypeCast.arg && JSON.stringify(cast) === JSON.stringify(target);
}

function typed(written: string | undefined): Type | undefined {
  const trees = written === undefined ? [] : treesOf(`SELECT NULL::${written}`);
  const cast = isRefusal(trees) ? undefined : nodesIn(trees[0]?.node, "TypeCast")[0];
  return cast && typeFrom(cast.typeName);
}

function typeFrom(type: TypeName | undefined): Type {
  return {
    name: typeOf(type).name,
    modifiers: nodesIn(type?.typmods, "A_Const").map(({ ival }) => ival?.ival ?? 0),
    isArray: (type?.arrayBounds ?? []).length > 0,
  };
}
