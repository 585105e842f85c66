// Pure: where to go after signing in, so that a crafted link cannot lead to another site.

/** Any origin does: a path that stays on it stays on ours. */
const base = "http://same.origin.invalid";
const home = "/";

/** `value` as a path on this origin, or `/` when it is none, leads elsewhere, or leads back to signing in. */
export function returnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return home;
  // Browsers drop tabs and line breaks and read `\` as `/`; servers in between may decode first.
  const decoded = value.replace(/%(09|0a|0d|2f|5c)/gi, (code) => decodeURIComponent(code));
  if (/^\/[\s/\\]/.test(decoded) || !URL.canParse(value, base)) return home;
  const url = new URL(value, base);
  const leaves = url.origin !== base || url.pathname.startsWith("//");
  return leaves || /^\/(login|setup)(\/|$)/.test(url.pathname)
    ? home
    : url.pathname + url.search + url.hash;
}
