// Pure: names by the bytes that Postgres keeps of them.

export const maxNameBytes = 63;

const encoder = new TextEncoder();

export function byteLength(name: string): number {
  return encoder.encode(name).length;
}

/** As Postgres does it: never within a character. */
export function cut(name: string, bytes = maxNameBytes): string {
  let kept = "";
  for (const character of name) {
    if (byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
}

/** `name` and `suffix`; where both are too long, as many whole words of `name` as leave room. */
export function fitting(name: string, suffix: string): string {
  if (byteLength(name + suffix) <= maxNameBytes) return name + suffix;
  return cut(name, maxNameBytes - suffix.length).replace(/_[^_]*$/, "") + suffix;
}
