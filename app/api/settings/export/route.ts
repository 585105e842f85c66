// Server: the stored settings of a resource as a file. A POST of a page of ours, since reading secrets is recorded.
import { z } from "zod";
import { answer, problem } from "@/lib/api/answer";
import { actionSession } from "@/lib/auth/actor";
import { declaredView } from "@/lib/model/view";
import { findResource } from "@/lib/resources/registry";
import { exportedSettings } from "@/lib/settings/export";
import { formats, writeFile } from "@/lib/settings/formats";

const asked = z.object({
  resource: z.string().max(200),
  format: z.enum(formats),
  secrets: z.literal("true").optional(),
});

const types = { json: "application/json", env: "text/plain", yaml: "application/yaml" };

export function POST(request: Request) {
  return answer(request, async () => {
    const session = await actionSession();
    if (!session) return problem(401, "Sign in to read this.");
    const form = await request.formData().catch(() => new FormData());
    const parsed = asked.safeParse(Object.fromEntries(form));
    if (!parsed.success) return problem(400, "This names no format to export.");
    const { resource: slug, format, secrets } = parsed.data;
    const registered = await findResource(slug);
    const view = registered && declaredView(registered.resource, "settings");
    if (!view) return problem(404, "There are no such settings.");
    const values = await exportedSettings(session.actor, registered, view, secrets === "true");
    const name =
      format === "env"
        ? `${registered.resource.table}.env`
        : `${registered.resource.table}.${format}`;
    return new Response(writeFile(format, values), {
      headers: {
        "content-type": `${types[format]}; charset=utf-8`,
        "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"`,
      },
    });
  });
}
