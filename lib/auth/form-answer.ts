// Server: forms in and answers out: checked input, and failures that a person can do something about.
import "server-only";
import type { z } from "zod";
import { TooManyAttempts } from "@/lib/auth/rate-limit";
import { DatabaseUnavailable, Refused } from "@/lib/errors";

type Parsed<T> = { ok: true; data: T } | { ok: false; fieldErrors: Record<string, string> };

/** Checks a form's fields; the first complaint about each goes beside it. Fields that the schema lacks are left out. */
export function parseForm<T extends z.ZodObject>(schema: T, form: FormData): Parsed<z.infer<T>> {
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (parsed.success) return { ok: true, data: parsed.data };
  const complaints = parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]);
  return { ok: false, fieldErrors: Object.fromEntries(complaints.reverse()) };
}

/** What to tell a person about an expected failure. Throws every other error on. */
export function formErrorFrom(error: unknown): string {
  const isExpected = [TooManyAttempts, DatabaseUnavailable, Refused].some(
    (expected) => error instanceof expected,
  );
  if (!isExpected) throw error;
  return (error as Error).message;
}
