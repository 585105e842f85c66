// Pure: the items of a list as text: separated by commas, or a JSON array of texts.

/** @returns `undefined` for what begins like a JSON array of texts and is none */
export function itemsOf(text: string): string[] | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return [];
  if (!trimmed.startsWith("[")) return trimmed.split(",").map((item) => item.trim());
  try {
    const items: unknown = JSON.parse(trimmed);
    const isList = Array.isArray(items) && items.every((item) => typeof item === "string");
    return isList ? items : undefined;
  } catch {
    return undefined;
  }
}

/** Commas give way to JSON where an item would not come back from between them. */
export function joinItems(items: readonly string[], storedAs: "commas" | "json"): string {
  const joined = items.join(",");
  const back = itemsOf(joined);
  const comesBack = back?.length === items.length && items.every((item, i) => back[i] === item);
  return storedAs === "commas" && comesBack ? joined : JSON.stringify(items);
}
