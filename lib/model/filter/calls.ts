// Pure: the text in which filters stand in addresses: calls with arguments, `any(is(status,done),gt(duration,60))`.

export type Call = { name: string; args: Argument[] };
type Argument = Call | string;

const maxDepth = 6;
const plain = /[^,()"]*/y;
const quoted = /"((?:[^"\\]|\\.)*)"/sy;

/** @returns the calls in their order, or `undefined` where `text` is something else. */
export function parseCalls(text: string): Call[] | undefined {
  if (text === "") return [];
  const reader = { text, at: 0 };
  const read = readArguments(reader, 0);
  const isWhole = read && reader.at === text.length;
  return isWhole && read.every((argument) => typeof argument !== "string")
    ? (read as Call[])
    : undefined;
}

type Reader = { text: string; at: number };

function readArguments(reader: Reader, depth: number): Argument[] | undefined {
  if (depth > maxDepth) return undefined;
  const read: Argument[] = [];
  for (;;) {
    const argument = readArgument(reader, depth);
    if (argument === undefined) return undefined;
    read.push(argument);
    if (reader.text[reader.at] !== ",") return read;
    reader.at++;
  }
}

function readArgument(reader: Reader, depth: number): Argument | undefined {
  const inQuotes = match(reader, quoted);
  if (inQuotes) return (inQuotes[1] ?? "").replace(/\\(.)/gs, "$1");
  const name = match(reader, plain)?.[0] ?? "";
  if (reader.text[reader.at] !== "(") return name;
  reader.at++;
  const args = readArguments(reader, depth + 1);
  if (!args || reader.text[reader.at] !== ")") return undefined;
  reader.at++;
  return { name, args };
}

function match(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found) reader.at = pattern.lastIndex;
  return found;
}

export function formatCalls(calls: Call[]): string {
  return calls.map(formatArgument).join(",");
}

function formatArgument(argument: Argument): string {
  if (typeof argument !== "string") return `${argument.name}(${formatArguments(argument.args)})`;
  const isPlain = !/[,()"]/.test(argument) && argument !== "";
  return isPlain ? argument : `"${argument.replace(/["\\]/g, "\\$&")}"`;
}

function formatArguments(args: Argument[]): string {
  return args.map(formatArgument).join(",");
}
