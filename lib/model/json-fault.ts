// Pure: where a text stops being JSON. The engine's own message names the place only now and then.

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** What may come next: `]` and `}` also where a list or an object is still empty, but not after a comma. */
type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end";

/** @returns the index of the first character that cannot stand there (the text's length when it ends too soon) */
export function jsonFaultAt(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    while (" \t\r\n".includes(text.charAt(at) || "x")) at++;
    const character = text.charAt(at);
    const isDone = expected === ", or end" && open.length === 0;
    if (isDone) return character === "" ? undefined : at;
    if (character === (open.at(-1) === "{" ? "}" : "]") && /end|or [\]}]/.test(expected)) {
      open.pop();
      expected = ", or end";
      at++;
    } else if (expected === ", or end" || expected === ":") {
      if (character !== (expected === ":" ? ":" : ",")) return at;
      expected = expected === ", or end" && open.at(-1) === "{" ? "key" : "value";
      at++;
    } else if (expected.startsWith("key")) {
      const string = readString(text, at);
      if (!string.isWhole) return string.end;
      expected = ":";
      at = string.end;
    } else if (character === "{" || character === "[") {
      open.push(character);
      expected = character === "{" ? "key or }" : "value or ]";
      at++;
    } else {
      const { isWhole, end } = character === '"' ? readString(text, at) : readScalar(text, at);
      if (!isWhole) return end;
      expected = ", or end";
      at = end;
    }
  }
}

type Read = { isWhole: boolean; end: number };

/** A string that is not whole ends where it breaks. */
function readString(text: string, start: number): Read {
  if (text.charAt(start) !== '"') return { isWhole: false, end: start };
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') {
    if (text.charAt(at) < " ") return { isWhole: false, end: at };
    if (text.charAt(at) === "\\") {
      escaped.lastIndex = at + 1;
      if (!escaped.test(text)) return { isWhole: false, end: at };
      at = escaped.lastIndex;
    } else at++;
  }
  return { isWhole: at < text.length, end: Math.min(at + 1, text.length) };
}

function readScalar(text: string, start: number): Read {
  scalar.lastIndex = start;
  return scalar.test(text)
    ? { isWhole: true, end: scalar.lastIndex }
    : { isWhole: false, end: start };
}

/** "line 2, column 5" */
export function placeIn(text: string, at: number): string {
  const lines = text.slice(0, at).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
