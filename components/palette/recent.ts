"use client";
// Client: what a person visited lately, kept in this browser until they sign out. It holds titles that were on their
// screen, never values.

export type Recent = { href: string; label: string; detail: string };

const keyStart = "recent:";
const maxKept = 20;

/** @param person whose they are, and in which role: another one begins anew */
export function readRecent(person: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyStart + person) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** The latest first. A browser that keeps nothing has no recent things. */
export function keepRecent(person: string, visited: Recent): void {
  const others = readRecent(person).filter(({ href }) => href !== visited.href);
  try {
    const kept = [visited, ...others].slice(0, maxKept);
    localStorage.setItem(keyStart + person, JSON.stringify(kept));
  } catch {}
}

/** Everybody's: on signing out nothing of the dashboard stays behind. */
export function forgetRecent(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(keyStart)) localStorage.removeItem(key);
    }
  } catch {}
}

function isRecent(kept: unknown): kept is Recent {
  const isText = (name: string) =>
    typeof kept === "object" &&
    kept !== null &&
    typeof (kept as Record<string, unknown>)[name] === "string";
  return isText("label") && isText("detail") && isText("href") && isOurs((kept as Recent).href);
}

/** A path of this site: what begins with two slashes is another one. */
function isOurs(href: string): boolean {
  return /^\/(?![/\\])/.test(href);
}
