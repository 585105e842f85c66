// Pure: the numbers of a JSON array as their texts, for a line that is drawn of them.

const array = /^\s*\[([-+.\deE,\s]*)\]\s*$/;
const number = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * Of the first path that holds an array of two numbers or more, and nothing else.
 * @param paths `$` for the value itself, `$.member.member`
 */
export function numberSeries(json: string, paths: string[]): string[] | undefined {
  for (const path of paths) {
    const series = path === "$" ? seriesIn(json) : memberSeries(json, path.split(".").slice(1));
    if (series) return series;
  }
  return undefined;
}

/** What is parsed tells which of the arrays in the text is meant; the numbers are taken from the text. */
function memberSeries(json: string, names: string[]): string[] | undefined {
  const meant = valueAt(json, names);
  if (!Array.isArray(meant)) return undefined;
  const key = JSON.stringify(names.at(-1)).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  for (const [, text] of json.matchAll(new RegExp(`${key}\\s*:\\s*(\\[[^\\][]*\\])`, "g"))) {
    const series = seriesIn(text);
    if (series?.length === meant.length && series.every((each, at) => Number(each) === meant[at]))
      return series;
  }
  return undefined;
}

function valueAt(json: string, names: string[]): unknown {
  try {
    return names.reduce(
      (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
      JSON.parse(json) as unknown,
    );
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function seriesIn(json: string | undefined): string[] | undefined {
  const texts =
    array
      .exec(json ?? "")?.[1]
      ?.split(",")
      .map((text) => text.trim()) ?? [];
  return texts.length > 1 && texts.every(isDrawable) ? texts : undefined;
}

function isDrawable(text: string): boolean {
  return number.test(text) && Number.isFinite(Number(text));
}
