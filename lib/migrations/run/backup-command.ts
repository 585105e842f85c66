// Pure: the command that backs up some tables. It asks for the password itself, so none is in it.
import type { Credentials } from "@/lib/db/credentials";

export type TableName = { schema: string; name: string };

/** @param name of the file, without its extension */
export function backupCommand(
  { host, port, user, database }: Pick<Credentials, "host" | "port" | "user" | "database">,
  tables: TableName[],
  name: string,
): string {
  const options = [
    `--host=${host}`,
    `--port=${port}`,
    `--username=${user}`,
    `--dbname=${database}`,
    "--format=custom",
    `--file=${name.replaceAll("/", "-")}.dump`,
    ...tables.map(({ schema, name }) => `--table=${pattern(schema)}.${pattern(name)}`),
  ];
  return ["pg_dump", ...options.map(shellWord)].join(" \\\n  ");
}

/** pg_dump folds the case of a name without quotes and takes some characters for wildcards. */
function pattern(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
