// Pure: what a form says that its page showed of settings. Anything may have been sent.
import { z } from "zod";
import { treacherousKeys } from "@/lib/model/json-members";
import type { SeenSettings } from "@/lib/model/settings/form";

const schema = z.record(
  z.string().refine((key) => !treacherousKeys.has(key)),
  z.object({
    id: z.string().optional(),
    version: z.string().optional(),
    value: z.string().nullable().optional(),
    isPublic: z.string().nullable(),
  }),
);

/** Nothing, where it cannot be read: then nothing is written either. */
export function parseSeen(text: FormDataEntryValue | null): SeenSettings {
  try {
    return schema.parse(JSON.parse(String(text))) as SeenSettings;
  } catch {
    return {};
  }
}
