// Pure: every name in a module of Drizzle tables, also those that Drizzle makes up for constraints.

import type { DeclaredName } from "@/lib/advisor/facts";
import { qualified } from "@/lib/advisor/facts";
import { declaredSnapshot } from "@/lib/migrations/schema/declared-snapshot";

const kinds = {
  columns: "column",
  indexes: "index",
  foreignKeys: "foreign key",
  compositePrimaryKeys: "primary key",
  uniqueConstraints: "unique constraint",
  checkConstraints: "check",
};

type Snapshot = Record<
  string,
  { name: string; schema?: string } & Partial<Record<keyof typeof kinds, object>>
>;

export function declaredNames(prefix: string, module: Record<string, unknown>): DeclaredName[] {
  const { tables } = declaredSnapshot(module, undefined) as { tables: Snapshot };
  return Object.values(tables).flatMap((declared) => {
    const table = qualified({ name: declared.name, schema: declared.schema ?? "public" });
    const parts = Object.entries(kinds).flatMap(([key, kind]) =>
      Object.keys(declared[key as keyof typeof kinds] ?? {}).map((name) => ({ kind, name })),
    );
    return [{ kind: "table", name: declared.name }, ...parts].map((name) => ({
      prefix,
      table,
      ...name,
    }));
  });
}
