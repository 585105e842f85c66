// Pure: stands in until the parser's own is written; replace this file.

export function sameMeaning(a: string, b: string): boolean | undefined {
  return a === b;
}
