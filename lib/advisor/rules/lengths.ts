// Pure: rules on how long names are. Postgres keeps the first 63 bytes of a name and drops the rest without an error.
import { type DeclaredName, type Facts, qualified } from "@/lib/advisor/facts";
import { byteLength, cut, fitting, maxNameBytes } from "@/lib/advisor/name-bytes";
import type { Found, Rule } from "@/lib/advisor/rule";

const maxPrefixLength = 12;

export const shortPrefix: Rule = {
  id: "long-prefix",
  title: "Long prefixes",
  severity: "info",
  why: `Every table, index and constraint begins with the prefix, and Postgres keeps ${maxNameBytes} bytes of a name.`,
  find: ({ prefixes }) =>
    prefixes
      .filter(({ prefix }) => prefix.length > maxPrefixLength)
      .map(({ prefix, tables }) => ({
        prefix,
        object: prefix,
        headline: `${prefix} is ${prefix.length} characters long`,
        sentence: `Up to ${maxPrefixLength} leave room for what the names are to say. Renaming is worth it while there are few tables; there are ${tables.length}.`,
        fix: { drizzle: `export const PREFIX = ${JSON.stringify(shortened(prefix))};` },
      })),
};

/** `customer_relations_` → `cr_` */
function shortened(prefix: string): string {
  const initials = prefix.split("_").map((word) => word.charAt(0));
  return `${initials.join("")}_`;
}

export const longNames: Rule = {
  id: "long-name",
  title: `Names over ${maxNameBytes} bytes`,
  severity: "info",
  why: `Postgres cuts a name after ${maxNameBytes} bytes. The schema file and the database then know one thing by two names, and names that differ only after the cut cannot both exist.`,
  find: (facts) => [...declaredLong(facts), ...probablyCut(facts)],
};

function declaredLong({ declared }: Facts): Found[] {
  return declared
    .filter(({ name }) => byteLength(name) > maxNameBytes)
    .map((long) => {
      const { prefix, kind, name, table } = long;
      const kept = cut(name);
      const rival = declared.find((other) => other !== long && collide(other, long));
      return {
        prefix,
        object: `${table}.${name}`,
        severity: rival ? "high" : kind === "table" || kind === "column" ? "warn" : "info",
        headline: `The name of a ${kind} is cut: ${name}`,
        sentence: rival
          ? `What is left of it is also what is left of ${rival.name}: only one of them can exist.`
          : `The database knows the ${kind} as ${kept}.`,
        evidence: [
          { label: "In the schema file", value: `${name} (${byteLength(name)} bytes)` },
          { label: "In the database", value: kept },
        ],
        fix: { drizzle: `// A name of its own, of up to ${maxNameBytes} bytes\n${naming(long)}` },
      };
    });
}

/** Postgres shortens the names that it makes up itself in the middle. */
const endOfName = /_(pkey|key|fkey|excl|check|idx|index|fk|pk|unique)$/;

/** Of a prefix whose schema file is not at hand, a name of just the greatest length is most likely the rest of one. */
function probablyCut({ prefixes, declared }: Facts): Found[] {
  return prefixes
    .filter(({ prefix }) => !declared.some((name) => name.prefix === prefix))
    .flatMap(({ prefix, tables }) =>
      tables.flatMap((table) =>
        namesIn(table)
          .filter(({ name }) => byteLength(name) === maxNameBytes && !endOfName.test(name))
          .map(({ kind, name }) => ({
            prefix,
            object: `${qualified(table)}.${name}`,
            headline: `The name of a ${kind} was probably cut: ${name}`,
            sentence: `It has just the ${maxNameBytes} bytes that Postgres keeps.`,
            fix: {
              drizzle: `// A name of its own, of up to ${maxNameBytes} bytes\n${naming({ kind, name })}`,
            },
          })),
      ),
    );
}

function namesIn({ name, columns, indexes, foreignKeys }: Facts["strays"][number]) {
  return [
    { kind: "table", name },
    ...columns.map((column) => ({ kind: "column", name: column.name })),
    ...indexes.map((index) => ({ kind: "index", name: index.name })),
    ...foreignKeys.map((key) => ({ kind: "foreign key", name: key.name })),
  ];
}

function collide(a: DeclaredName, b: DeclaredName): boolean {
  return spaceOf(a) === spaceOf(b) && a.name !== b.name && cut(a.name) === cut(b.name);
}

/** Tables and whatever has an index share the names of a schema; columns and other constraints those of their table. */
function spaceOf({ kind, table }: DeclaredName): string {
  const isRelation = ["table", "index", "unique constraint", "primary key"].includes(kind);
  return isRelation ? `relations of ${table.split(".")[0]}` : `${kind} of ${table}`;
}

function naming({ kind, name }: Pick<DeclaredName, "kind" | "name">): string {
  const short = (suffix: string) => JSON.stringify(fitting(name.replace(endOfName, ""), suffix));
  switch (kind) {
    case "table":
      return `pgTable(${short("")}, { … })`;
    case "column":
      return `text(${short("")})`;
    case "index":
      return `index(${short("_idx")}).on(…)`;
    case "foreign key":
      return `foreignKey({ name: ${short("_fk")}, columns: […], foreignColumns: […] })`;
    case "primary key":
      return `primaryKey({ name: ${short("_pk")}, columns: […] })`;
    case "unique constraint":
      return `unique(${short("_unique")}).on(…)`;
    default:
      return `check(${short("_check")}, …)`;
  }
}
