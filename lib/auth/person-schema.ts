// Pure: what a person's account may hold, checked the same way wherever it is written.
import { z } from "zod";
import { roles } from "@/lib/model/actor";

export const minPasswordLength = 12;
export const maxPasswordLength = 128;

/** Trimmed and in lower case, as accounts are stored and found. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This is longer than an email address can be.")
  .pipe(z.email("Enter an email address, like ada@example.com."));

export const name = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(100, "Use at most 100 characters.")
  .regex(/^[^\p{Cc}]*$/u, "Leave out line breaks and control characters.");

export const newPassword = z
  .string()
  .min(minPasswordLength, `Use at least ${minPasswordLength} characters.`)
  .max(maxPasswordLength, `Use at most ${maxPasswordLength} characters.`);

export const role = z.enum(roles, "Choose a role.");
