// Pure: what has to exist before a statement can run, because it names it.
import type { IndexStmt, Node } from "libpg-query";
import { extensionOfMethod } from "@/lib/migrations/sql/extension-of";
import { object, qualified } from "@/lib/migrations/sql/names";
import { nodesIn } from "@/lib/migrations/sql/reading";
import type { ObjectRef, TableRef } from "@/lib/model/migrations/sql";

/** Types that the grammar knows by itself are not asked for. */
export function typeNeeds(type: TableRef): ObjectRef[] {
  return type.schema === "pg_catalog" || isSerial(type) ? [] : [object("type", type)];
}

const serials = new Set("serial bigserial smallserial serial2 serial4 serial8".split(" "));

export function isSerial(type: TableRef): boolean {
  return type.schema === null && serials.has(type.name);
}

export function functionsIn(tree: Node | Node[] | undefined): ObjectRef[] {
  return nodesIn(tree, "FuncCall")
    .map((call) => qualified(call.funcname))
    .filter(({ schema }) => schema !== "pg_catalog")
    .map((name) => object("function", name));
}

/** Operator classes that come with an extension. */
export function indexNeeds(statement: IndexStmt): ObjectRef[] {
  const classes = nodesIn(statement.indexParams, "IndexElem").map(({ opclass }) =>
    qualified(opclass),
  );
  const asked = [...classes.map(({ name }) => name), statement.accessMethod ?? ""];
  return asked.flatMap((name) => {
    const extension = extensionOfMethod[name];
    return extension ? [object("extension", { schema: null, name: extension })] : [];
  });
}
