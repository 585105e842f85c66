import { appSettings } from "@/lib/db/schema";
import { defineResource } from "@/lib/model/define-resource";
import { secretKeys } from "@/lib/model/settings/contract";
import { contract } from "@/lib/settings/contract";

export const settings = defineResource(appSettings, {
  slug: "settings",
  label: "Settings",
  singular: "setting",
  description: "What the app reads at run time.",
  title: "key",
  list: { columns: ["key", "value", "description", "isPublic", "updatedAt"], sort: "key" },
  views: [
    {
      kind: "settings",
      key: "key",
      value: "value",
      description: "description",
      isPublic: "isPublic",
    },
    { kind: "list" },
  ],
  fields: {
    value: { secretWhen: { field: "key", ...secretKeys(contract) } },
    isPublic: { description: "Anyone may read it" },
  },
});
