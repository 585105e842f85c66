// Pure: what each role is called and may do, in a person's words.
import type { Role } from "@/lib/model/actor";

export const roleWords: Record<Role, { label: string; may: string }> = {
  viewer: { label: "Viewer", may: "Sees everything, changes nothing" },
  editor: { label: "Editor", may: "Also creates, edits and deletes records" },
  owner: { label: "Owner", may: "Also manages people and migrations" },
};
