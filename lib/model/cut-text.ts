// Pure: the beginning of a text that is too long for where it is shown.

/** @returns the whole, or its first `length` characters and "…"; none of them is cut in two */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  // A character is two units at the most.
  const characters = [...text.slice(0, 2 * (length + 1))];
  return characters.length <= length ? text : `${characters.slice(0, length).join("")}…`;
}
