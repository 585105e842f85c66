// Pure: settings as the text of a file and back, each value the very literal that is stored.
import { parseDocument, stringify } from "yaml";
import { z } from "zod";
import { treacherousKeys } from "@/lib/model/json-members";
import { readDotenv, writeDotenv } from "@/lib/settings/dotenv";

export const formats = ["json", "env", "yaml"] as const;
export type Format = (typeof formats)[number];

export type ReadFile = { ok: true; values: Map<string, string> } | { ok: false; problem: string };

export function writeFile(format: Format, values: ReadonlyMap<string, string>): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`;
    case "env":
      return writeDotenv(values);
    case "yaml":
      // Every text in quotes: other readers would take some for numbers, dates or nothing.
      return stringify(Object.fromEntries(values), {
        defaultStringType: "QUOTE_DOUBLE",
        defaultKeyType: "PLAIN",
        lineWidth: 0,
      });
  }
}

export function readFile(format: Format, text: string): ReadFile {
  const read = { json: readJson, env: readEnv, yaml: readYaml }[format](withoutMark(text));
  if (!read.ok) return read;
  const refused = read.entries.find(([key]) => treacherousKeys.has(key) || key === "");
  if (refused) return { ok: false, problem: `“${refused[0]}” cannot be the key of a setting.` };
  const values = new Map<string, string>();
  for (const [key, value] of read.entries) {
    if (values.has(key)) return { ok: false, problem: `“${key}” stands there twice.` };
    values.set(key, value);
  }
  return { ok: true, values };
}

/** By what the text begins with. */
export function detectFormat(text: string): Format {
  const begins = withoutMark(text).trimStart();
  if (begins.startsWith("{")) return "json";
  const line = begins.split("\n").find((candidate) => candidate.trim() && !/^\s*#/.test(candidate));
  return /^\s*(export\s+)?[\w.%-]+[ \t]*=/.test(line ?? "") ? "env" : "yaml";
}

type Entries = { ok: true; entries: [string, string][] } | { ok: false; problem: string };

const scalars = z.record(z.string(), z.unknown());

function readJson(text: string): Entries {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, problem: "This is not JSON." };
  }
  return asTexts(content, "quotes");
}

/** Every scalar is the text that it is written as: `090` keeps its zero. */
function readYaml(text: string): Entries {
  try {
    const document = parseDocument(text, { schema: "failsafe", uniqueKeys: true });
    const [error] = document.errors;
    if (!error) return asTexts(document.toJS({ maxAliasCount: 0 }) ?? {}, "a text");
    const line = error.linePos?.[0].line;
    return { ok: false, problem: `This is not YAML${line ? `: see line ${line}` : ""}.` };
  } catch {
    // Thrown for aliases, which may stand for very much, and for nesting without end.
    return { ok: false, problem: "Aliases, and values within values, are not read here." };
  }
}

function readEnv(text: string): Entries {
  const { entries, problem } = readDotenv(text);
  return problem ? { ok: false, problem } : { ok: true, entries };
}

function asTexts(content: unknown, form: string): Entries {
  const parsed = scalars.safeParse(content);
  if (!parsed.success) {
    return { ok: false, problem: "A file of settings is one object of keys and values." };
  }
  // Read from the content itself: a schema may drop the keys that are to be refused.
  const entries = Object.entries(content as Record<string, unknown>);
  const nested = entries.find(([, value]) => textOf(value) === undefined);
  if (nested) {
    return { ok: false, problem: `The value of “${nested[0]}” is no text. Write it in ${form}.` };
  }
  return { ok: true, entries: entries.map(([key, value]) => [key, textOf(value) ?? ""]) };
}

/** Numbers only where no digit is lost; `null` might mean anything. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || Number.isSafeInteger(value)) return String(value);
  return undefined;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}
