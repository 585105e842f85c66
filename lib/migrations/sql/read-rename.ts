// Pure: statements that give something another name, schema or value.
import type { RenameStmt } from "libpg-query";
import {
  namedBy,
  object,
  part,
  qualified,
  said,
  tableNamed,
  tableOf,
} from "@/lib/migrations/sql/names";
import type { Readers, Reading } from "@/lib/migrations/sql/reading";
import type { Effect, ObjectKind, TableRef } from "@/lib/model/migrations/sql";

export const renameReaders: Readers = {
  RenameStmt: rename,
  AlterObjectSchemaStmt: (statement) => {
    const ref = statement.relation
      ? tableOf(statement.relation)
      : tableNamed(namedBy(statement.object));
    const kind = kinds[statement.objectType ?? "OBJECT_TABLE"];
    const to = { schema: statement.newschema ?? null, name: ref.name };
    return {
      kind: "Set schema",
      summary: `Move ${said(ref)} to schema ${to.schema}`,
      drops: kind ? [object(kind, ref)] : [],
      makes: kind ? [object(kind, to)] : [],
      isConditional: statement.missing_ok ?? false,
      effects: statement.relation ? [renamed(ref, "Set schema")] : [],
    };
  },
  AlterEnumStmt: (statement) => {
    const type = qualified(statement.typeName);
    const value = part("enum value", statement.newVal ?? "", type);
    if (statement.oldVal) {
      return {
        kind: "Rename enum value",
        summary: `Rename value ${statement.oldVal} of ${said(type)} to ${statement.newVal}`,
        drops: [part("enum value", statement.oldVal, type)],
        makes: [value],
        facts: { needs: [object("type", type)] },
      };
    }
    return {
      kind: "Add enum value",
      summary: `Add value ${statement.newVal} to ${said(type)}`,
      makes: [value],
      isConditional: statement.skipIfNewValExists ?? false,
      facts: { needs: [object("type", type)] },
    };
  },
};

function rename(statement: RenameStmt): Reading {
  const newName = statement.newname ?? "";
  const kind = kinds[statement.renameType ?? "OBJECT_TABLE"];
  const isConditional = statement.missing_ok ?? false;
  if (statement.subname && statement.relation && kind) {
    const table = tableOf(statement.relation);
    return {
      kind: `Rename ${kind}`,
      summary: `Rename ${kind} ${statement.subname} of ${said(table)} to ${newName}`,
      drops: [part(kind, statement.subname, table)],
      makes: [part(kind, newName, table)],
      isConditional,
      effects: [renamed(table, `Rename ${kind}`)],
    };
  }
  const words = namedBy(statement.object);
  const ref = statement.relation
    ? tableOf(statement.relation)
    : tableNamed(words.length > 0 ? words : [statement.subname ?? ""]);
  const action = `Rename ${kind ?? "object"}`;
  return {
    kind: action,
    summary: `${action} ${said(ref)} to ${newName}`,
    drops: kind ? [object(kind, ref)] : [],
    makes: kind ? [object(kind, { schema: ref.schema, name: newName })] : [],
    isConditional,
    effects: kind === "table" || kind === "view" ? [renamed(ref, action)] : [],
  };
}

function renamed(table: TableRef, action: string): Effect {
  const note = "running code that uses the old name fails";
  return { table, action, lock: "AccessExclusiveLock", cost: "none", note };
}

const kinds: { [Type in NonNullable<RenameStmt["renameType"]>]?: ObjectKind } = {
  OBJECT_TABLE: "table",
  OBJECT_VIEW: "view",
  OBJECT_MATVIEW: "view",
  OBJECT_COLUMN: "column",
  OBJECT_INDEX: "index",
  OBJECT_TABCONSTRAINT: "constraint",
  OBJECT_TYPE: "type",
  OBJECT_DOMAIN: "type",
  OBJECT_SEQUENCE: "sequence",
  OBJECT_SCHEMA: "schema",
  OBJECT_FUNCTION: "function",
  OBJECT_PROCEDURE: "function",
  OBJECT_TRIGGER: "trigger",
  OBJECT_POLICY: "policy",
};
