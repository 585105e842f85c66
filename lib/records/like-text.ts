// Pure: what was typed inside of a LIKE pattern.

/** Nothing in it is a wildcard. */
export function likeText(text = ""): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
