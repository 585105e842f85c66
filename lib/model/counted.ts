// Pure: a number with its noun.

/** "1 statement", "1,200 statements". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
