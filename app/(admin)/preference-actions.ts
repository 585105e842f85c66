"use server";
// Server: keeps what a person chose about the frame.
import { requireActionActor } from "@/lib/auth/actor";
import { type PreferenceName, preferences } from "@/lib/model/preferences";
import { keepPreference } from "@/lib/preferences";

export async function keepPreferences(form: FormData): Promise<void> {
  await requireActionActor();
  for (const name of Object.keys(preferences) as PreferenceName[]) {
    const value = form.get(name);
    if (typeof value === "string") await keepPreference(name, value);
  }
}
