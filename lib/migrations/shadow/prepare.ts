// Server: gives a shadow what migrations found in the live database without having made it.
import "server-only";
import { literal, quoted } from "@/lib/migrations/drift/quote";
import type { Surroundings } from "@/lib/migrations/shadow/live-database";
import { type Shadow, StatementRefused } from "@/lib/migrations/shadow/shadow";

/** Those that exist, and those that the migrations mean to create. */
export function extensionsFor({ extensions }: Surroundings, texts: string[]): string[] {
  const created = texts.flatMap((text) =>
    [...text.matchAll(/create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)"?/gi)].map(
      (match) => match[1] ?? "",
    ),
  );
  return [...new Set([...extensions.map(({ name }) => name), ...created])].toSorted();
}

/** @returns the statements that a session begins with: a migration may have left other settings behind */
export async function prepareShadow(
  shadow: Shadow,
  { user, searchPath, schemas, roles, extensions, settings }: Surroundings,
  texts: string[],
): Promise<string> {
  await createRole(shadow, user, "superuser");
  const session = `set session authorization ${quoted(user)};`;
  await shadow.exec(session);
  for (const role of roles) {
    const isMeant = texts.some((text) => text.includes(role));
    if (isMeant && !isCreated(texts, "(?:role|user)", role)) await createRole(shadow, role);
  }
  for (const schema of schemas) {
    if (isCreated(texts, "schema", schema)) continue;
    await shadow.exec(`create schema if not exists ${quoted(schema)}`);
  }
  for (const { name, schema } of extensions) {
    if (shadow.unavailable.includes(name) || isCreated(texts, "extension", name)) continue;
    await shadow.exec(
      `create schema if not exists ${quoted(schema)};
       create extension if not exists ${quoted(name)} schema ${quoted(schema)} cascade`,
    );
  }
  return [
    "reset role; reset all;",
    session,
    ...(await accepted(shadow, settings)),
    `set search_path = ${searchPath.map(quoted).join(", ") || "''"};`,
    "set check_function_bodies = off;",
  ].join("\n");
}

async function createRole(shadow: Shadow, name: string, options = ""): Promise<void> {
  const known = await shadow.query(`select from pg_roles where rolname = ${literal(name)}`);
  if (known.length === 0) await shadow.exec(`create role ${quoted(name)} ${options}`);
}

/** Whether a migration creates it and would fail if it were there. */
function isCreated(texts: string[], kind: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const statement = new RegExp(`create\\s+${kind}\\s+"?${escaped}"?(?![\\w-])`, "i");
  return texts.some((text) => statement.test(text));
}

/** A time zone may be known to the live server alone. */
async function accepted(shadow: Shadow, settings: Surroundings["settings"]): Promise<string[]> {
  const statements: string[] = [];
  for (const { name, value } of settings) {
    const statement = `set ${quoted(name.toLowerCase())} = ${literal(value)};`;
    try {
      await shadow.exec(statement);
      statements.push(statement);
    } catch (error) {
      if (!(error instanceof StatementRefused)) throw error;
    }
  }
  return statements;
}
