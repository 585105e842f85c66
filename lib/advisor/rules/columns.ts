// Pure: rules on columns: the times that every record should tell, and types that leave something open.
import { columnLine } from "@/lib/advisor/drizzle-column";
import { type Column, primaryKeyOf, qualified, type Table } from "@/lib/advisor/facts";
import {
  eachColumn,
  eachTable,
  type Found,
  type Rule,
  type Surroundings,
} from "@/lib/advisor/rule";
import { day } from "@/lib/advisor/sizes";
import { alter, quoted, tableName } from "@/lib/advisor/sql-text";
import { snakeCase } from "@/lib/advisor/words";
import { counted } from "@/lib/model/counted";

export const timesOfRecords: Rule = {
  id: "missing-times",
  title: "Tables that do not tell when",
  severity: "info",
  why: "Sooner or later somebody asks when a record came or was last changed. What was not written down then cannot be found out any more.",
  find: eachTable((table, surroundings) => {
    if (!holdsRecords(table)) return [];
    return [
      table.columns.some(tellsCreation)
        ? undefined
        : missingTime("created_at", table, surroundings),
      table.columns.some(tellsUpdate) || isNeverUpdated(table)
        ? undefined
        : missingTime("updated_at", table, surroundings),
    ];
  }),
};

/** Tables with a composite key join or count the records of others, unless they have an id as well. */
function holdsRecords(table: Table): boolean {
  return primaryKeyOf(table).length < 2 || table.columns.some(({ name }) => name === "id");
}

function isNeverUpdated({ isAppendOnly, inserts, updates }: Table): boolean {
  return isAppendOnly || (inserts > 0 && updates === 0);
}

function isTime({ type }: Column): boolean {
  return /^(timestamp|date)/.test(type);
}

const creation =
  /^(created|inserted|added|joined|recorded|logged|occurred|registered|issued|submitted|received)(_|$)/i;
const update = /^(updated|modified|changed|edited|last)(_|$)/i;
const present = /\b(now|(clock|statement|transaction)_timestamp)\(\)|CURRENT_(TIMESTAMP|DATE)/;

function tellsUpdate(column: Column): boolean {
  return isTime(column) && update.test(snakeCase(column.name));
}

function tellsCreation(column: Column): boolean {
  const isFilled = present.test(column.default ?? "") && !tellsUpdate(column);
  return isTime(column) && (isFilled || creation.test(snakeCase(column.name)));
}

function missingTime(
  name: "created_at" | "updated_at",
  table: Table,
  { facts }: Surroundings,
): Found {
  const column: Column = {
    name,
    type: "timestamp with time zone",
    notNull: true,
    default: "now()",
    isIdentity: false,
    isGenerated: false,
    isEnum: false,
  };
  const isCreation = name === "created_at";
  const changes =
    table.updates > 0
      ? ` ${counted(table.updates, "update")} were counted since ${day(facts.countedSince)}.`
      : "";
  return {
    prefix: table.prefix,
    object: `${qualified(table)}.${name}`,
    headline: `${table.name} has no ${name}`,
    sentence: isCreation
      ? "Nothing tells when a record came. Records that exist get the time of the migration."
      : `Nothing tells when a record was last changed.${changes}`,
    fix: {
      drizzle: isCreation
        ? columnLine("createdAt", column)
        : columnLine("updatedAt", column, ".$onUpdate(() => new Date())"),
      sql: alter(
        table,
        `ADD COLUMN ${quoted(name)} timestamp with time zone DEFAULT now() NOT NULL`,
      ),
    },
  };
}

const usualLength = 255;

export const boundedVarchar: Rule = {
  id: "varchar-without-length",
  title: "varchar without a length",
  severity: "info",
  why: "A varchar without a length is text by another name. A length says what the app is ready for, and keeps a mistake from storing a megabyte.",
  find: eachColumn((column, table, { facts }) => {
    if (column.type !== "character varying" || column.isGenerated) return undefined;
    return {
      prefix: table.prefix,
      object: `${qualified(table)}.${column.name}`,
      headline: `${column.name} of ${table.name} is varchar without a length`,
      sentence: "Give it the length that the app expects, or call it text.",
      fix: {
        drizzle: columnLine(facts.names.column(table, column.name), {
          ...column,
          type: `character varying(${usualLength})`,
        }),
        sql: [
          "-- What is there must fit:",
          `SELECT max(length(${quoted(column.name)})) FROM ${tableName(table)};`,
          alter(table, `ALTER COLUMN ${quoted(column.name)} TYPE varchar(${usualLength})`),
        ].join("\n"),
      },
    };
  }),
};

export const jsonDefaults: Rule = {
  id: "json-without-default",
  title: "JSON without a default",
  severity: "info",
  why: "Where NULL and an empty object both mean “nothing”, every reader must know of both. With a default there is one of them.",
  find: eachColumn((column, table, { facts }) => {
    const isOpen = !column.notNull && column.default === null && !column.isGenerated;
    // A journal's NULL was written on purpose and stays.
    if (!/^jsonb?$/.test(column.type) || !isOpen || table.isAppendOnly) return undefined;
    return {
      prefix: table.prefix,
      object: `${qualified(table)}.${column.name}`,
      headline: `${column.name} of ${table.name} is NULL until somebody fills it`,
      sentence: "If a missing value means something of its own, accept this.",
      fix: {
        drizzle: columnLine(facts.names.column(table, column.name), {
          ...column,
          default: `'{}'::${column.type}`,
        }),
        sql: alter(table, `ALTER COLUMN ${quoted(column.name)} SET DEFAULT '{}'::${column.type}`),
      },
    };
  }),
};

export const timesWithZone: Rule = {
  id: "timestamp-without-zone",
  title: "Timestamps without a zone",
  severity: "info",
  why: "Such a value is a wall clock without a place: which instant it was depends on who wrote it and who reads it. It is sound as long as everyone keeps to one zone, and a meeting at nine wherever one is needs no other.",
  find: eachColumn((column, table, { prefix: { prefix, zone }, facts }) => {
    if (!/^timestamp(\(\d\))? without time zone$/.test(column.type)) return undefined;
    const zoned = column.type.replace("without", "with");
    return {
      prefix,
      object: `${qualified(table)}.${column.name}`,
      headline: `${column.name} of ${table.name} has no zone`,
      sentence: `The dashboard takes it to be ${zone}, the zone of ${prefix} in admin.config.ts.`,
      fix: {
        drizzle: columnLine(facts.names.column(table, column.name), { ...column, type: zoned }),
        sql: alter(
          table,
          `ALTER COLUMN ${quoted(column.name)} TYPE ${zoned} USING ${quoted(column.name)} AT TIME ZONE '${zone}'`,
        ),
      },
    };
  }),
};
