// Server: reads and keeps the frame's preferences in cookies of this browser.
import "server-only";
import { cookies } from "next/headers";
import { type PreferenceName, type Preferences, preference } from "@/lib/model/preferences";

const oneYearSeconds = 365 * 24 * 60 * 60;

export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  return {
    theme: preference("theme", jar.get("theme")?.value),
    sidebar: preference("sidebar", jar.get("sidebar")?.value),
    shortcuts: preference("shortcuts", jar.get("shortcuts")?.value),
  };
}

export async function keepPreference(name: PreferenceName, value: string): Promise<void> {
  const jar = await cookies();
  jar.set(name, preference(name, value), {
    httpOnly: true,
    maxAge: oneYearSeconds,
    path: "/",
    sameSite: "lax",
  });
}
