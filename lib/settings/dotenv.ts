// Pure: settings as a .env file. Each value is quoted so that it comes back exactly, and common readers of such files agree.

type Read = { entries: [key: string, value: string][]; problem?: string };

const plainKey = /^[\w.-]+$/;

export function writeDotenv(entries: Iterable<[key: string, value: string]>): string {
  return [...entries].map(([key, value]) => `${nameOf(key)}=${quoted(value)}\n`).join("");
}

/** Keys that such a file cannot name are percent-encoded. */
function nameOf(key: string): string {
  return plainKey.test(key) ? key : encodeURIComponent(key).replace(/[!'()*~]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Single quotes and backticks hold what stands between them; double quotes need escapes. */
function quoted(value: string): string {
  // Readers make one line break of CR LF.
  if (!value.includes("\r")) {
    if (!value.includes("'")) return `'${value}'`;
    if (!value.includes("`")) return `\`${value}\``;
  }
  const escaped = value.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `"${escaped}"`;
}

const blank = /(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:#[^\n]*$)?/y;
const name = /(?:export[ \t]+)?([\w.%-]+)[ \t]*=[ \t]*/y;
const quotedValue = /(?:'([^']*)'|`([^`]*)`|"((?:[^"\\]|\\.)*)")[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/sy;
const bareValue = /(?!['"`])([^\r\n]*)(?:\r?\n|$)/y;

export function readDotenv(text: string): Read {
  const entries: Read["entries"] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  for (;;) {
    take(blank);
    if (at >= text.length) return { entries };
    const from = at;
    const key = keyOf(take(name)?.[1]);
    const value = key === undefined ? null : (take(quotedValue) ?? take(bareValue));
    if (key === undefined || !value) {
      const line = text.slice(0, from).split("\n").length;
      return { entries, problem: `Line ${line} is no NAME=value, or its quote does not end.` };
    }
    entries.push([key, literalOf(value)]);
  }
}

function literalOf([whole, first, backtick, double]: RegExpExecArray): string {
  if (double !== undefined) return unescaped(double);
  if (/^['`]/.test(whole)) return first ?? backtick ?? "";
  return withoutComment(first ?? "");
}

/** A mark begins a comment at the start and after white space, as elsewhere in such files. */
function withoutComment(line: string): string {
  let end = line.indexOf("#");
  while (end > 0 && !/\s/.test(line.charAt(end - 1))) end = line.indexOf("#", end + 1);
  return (end < 0 ? line : line.slice(0, end)).trim();
}

function keyOf(given: string | undefined): string | undefined {
  try {
    return given && decodeURIComponent(given);
  } catch {
    return undefined;
  }
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t" };

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, character: string) => escapes[character] ?? character);
}
