// Pure: whose a table is, by the beginning of its name.

/** @param table `schema.name` */
export function ownerOf(table: string, prefixes: string[]): string | null {
  const name = table.slice(table.indexOf(".") + 1);
  const owners = prefixes.filter((prefix) => name.startsWith(prefix));
  return owners.sort((a, b) => b.length - a.length)[0] ?? null;
}
