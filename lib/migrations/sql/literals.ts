// Pure: the string constants of a statement that could be labels of an enum.
import type { Node } from "libpg-query";
import { typeOf } from "@/lib/migrations/sql/names";
import type { StringLiteral, TableRef } from "@/lib/model/migrations/sql";

/** Labels are no longer than names. */
const longest = 63;

/** `type` is what the tree as a whole is read as, where its place tells. */
export function literalsIn(tree: Node | Node[] | undefined, type?: TableRef): StringLiteral[] {
  const byKey = new Map<string, StringLiteral>();
  const open: { value: unknown; type: TableRef | undefined }[] = [{ value: tree, type }];
  while (open.length > 0) {
    const { value, type: outer } = open.pop() ?? {};
    if (typeof value !== "object" || value === null) continue;
    const node = value as Node;
    if ("A_Const" in node) {
      const text = node.A_Const.sval?.sval;
      if (text === undefined || text.length > longest) continue;
      const literal = { text, ...(outer && { type: outer }) };
      byKey.set(JSON.stringify(literal), literal);
    } else if ("TypeCast" in node) {
      open.push({ value: node.TypeCast.arg, type: typeOf(node.TypeCast.typeName) });
    } else {
      // An array's elements are read as what the array is; a function's arguments are not.
      const inner =
        Array.isArray(value) || "A_ArrayExpr" in value || !isNode(value) ? outer : undefined;
      open.push(...Object.values(value).map((each) => ({ value: each, type: inner })));
    }
  }
  return [...byKey.values()];
}

/** A node is an object with one capitalised key; anything else is what a node is made of. */
function isNode(value: object): boolean {
  const [key] = Object.keys(value);
  return key !== undefined && /^[A-Z]/.test(key);
}
