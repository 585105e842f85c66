// Pure: what can fairly be asked of a snapshot. Custom migrations make much that drizzle-kit cannot describe, and older
// versions of it named things otherwise: neither is dishonest.
import { type CatalogObject, keyOf, tableKeyOf } from "@/lib/migrations/drift/objects";

type Sides = { found: CatalogObject[]; expected: CatalogObject[] };

/**
 * Everything that the snapshot describes is expected. Of what it does not describe only plain columns of its own
 * tables count: they are what a migration that was edited by hand leaves behind.
 */
export function fairlyComparable(made: CatalogObject[], described: CatalogObject[]): Sides {
  const keys = new Set(described.map(keyOf));
  const found = made
    .filter((object) => keys.has(keyOf(object)) || isPlainColumnOf(object, keys))
    .map(asDescribable);
  const constraints = new Set(made.flatMap(constraintKey));
  const expected = described
    .filter((object) => !constraintKey(object).some((key) => constraints.has(key)))
    .map(asDescribable);
  const expectedKeys = new Set(expected.map(keyOf));
  return {
    found: found.filter(({ source, ...rest }) =>
      source === "constraint"
        ? expectedKeys.has(keyOf({ source, ...rest } as CatalogObject))
        : true,
    ),
    expected,
  };
}

function isPlainColumnOf(object: CatalogObject, keys: Set<string>): boolean {
  return object.source === "column" && !object.row.generated && keys.has(tableKeyOf(object) ?? "");
}

/** Whatever the name, which older versions left to Postgres. */
function constraintKey({ source, schema, table, definition }: CatalogObject): string[] {
  return source === "constraint" ? [JSON.stringify([schema, table, definition])] : [];
}

/** Without what drizzle-kit has no words for. */
function asDescribable(object: CatalogObject): CatalogObject {
  switch (object.source) {
    case "table":
      return { ...object, definition: "table" };
    case "index":
      return {
        ...object,
        definition: object.definition.replace(/ (?:INCLUDE|WITH) \([^)]*\)/g, ""),
      };
    case "column":
      return { ...object, definition: describableColumn(object.definition) };
    default:
      return object;
  }
}

/** A renamed table keeps its sequences, and a collation cannot be declared. */
function describableColumn(definition: string): string {
  return definition
    .replace(/ COLLATE \S+/, "")
    .replace(/nextval\('.*?'::regclass\)/, "nextval")
    .replace(/SEQUENCE NAME "[^"]*"\."[^"]*"/, "SEQUENCE")
    .replace(/ owning SEQUENCE .*$/, "");
}
