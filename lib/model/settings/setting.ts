// Pure: what a setting is: a typed value over the text that its row holds.
import type { z } from "zod";
import type { SettingFacts } from "@/lib/model/settings/facts";

export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

/** What a declaration may say of any setting, whatever its kind. */
export type About = {
  /** By default the last part of the key, in words. */
  label?: string;
  description?: string;
  /** By default the first part of the key, in words. */
  group?: string;
  /** Whether it may be opened to everybody. It is, once its row says so too. */
  public?: boolean;
  /** The environment variable that overrides what is stored. */
  env?: string;
};

export type Setting<T = unknown> = {
  about: About;
  /** What is particular to its kind. */
  facts: Omit<SettingFacts, "label" | "group" | "mayBePublic" | "default">;
  default: T;
  /** @param text as it is stored or given in the environment. The problem is a sentence for a person. */
  parse(text: string): Parsed<T>;
  /** A text that `parse` reads as this value. */
  format(value: T): string;
};

export function right<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function wrong(problem: string): { ok: false; problem: string } {
  return { ok: false, problem };
}

/** @param problem in place of the schema's own words */
export function checkedBy<T>(schema: z.ZodType<T>, value: unknown, problem?: string): Parsed<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return right(parsed.data);
  const [issue] = parsed.error.issues;
  const place = issue && issue.path.length > 0 ? `At ${issue.path.join(".")}: ` : "";
  return wrong(problem ?? `${place}${issue?.message ?? "This is refused"}.`);
}
