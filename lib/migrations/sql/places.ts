// Pure: places that Postgres counts in bytes or characters, as places in a string and in its lines.

/** For places that are asked in rising order. */
export function fromBytes(text: string): (byte: number) => number {
  if (Buffer.byteLength(text) === text.length) return (byte) => byte;
  let index = 0;
  let bytes = 0;
  return (byte) => {
    if (byte < bytes) index = bytes = 0;
    while (bytes < byte && index < text.length) {
      const code = text.codePointAt(index) ?? 0;
      bytes += bytesOf(code);
      index += code > 0xffff ? 2 : 1;
    }
    return index;
  };
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code > 0xffff ? 4 : 3;
}

export function fromCharacters(text: string, count: number): number {
  let index = 0;
  for (let passed = 0; passed < count && index < text.length; passed++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** Both from 1. */
export type Place = { line: number; column: number };

export function placesIn(text: string): (index: number) => Place {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    starts.push(end + 1);
  }
  return (index) => {
    let first = 0;
    let last = starts.length - 1;
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((starts[middle] ?? 0) <= index) first = middle;
      else last = middle - 1;
    }
    return { line: first + 1, column: index - (starts[first] ?? 0) + 1 };
  };
}
