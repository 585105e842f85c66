"use client";
// Client: shows a choice about the frame at once and keeps it.
import type { PreferenceName } from "@/lib/model/preferences";

export type KeepPreferences = (form: FormData) => Promise<void>;

export async function prefer(
  name: PreferenceName,
  value: string,
  keepPreferences: KeepPreferences,
): Promise<void> {
  document.documentElement.dataset[name] = value;
  const form = new FormData();
  form.set(name, value);
  await keepPreferences(form);
}
