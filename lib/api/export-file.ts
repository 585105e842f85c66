// Server: what an export is asked for, and the file as it streams: ended by force where it would be short.
import "server-only";
import { Problem } from "@/lib/api/problem";
import { pgCode } from "@/lib/db/errors";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/model/actor";
import { maxPicked } from "@/lib/model/bulk";
import { type ExportFormat, exportFormats, fileText } from "@/lib/model/export-format";
import { parseListParams } from "@/lib/model/list-params";
import { type Field, fieldOf, type SortKey } from "@/lib/model/resource";
import { exportRecords } from "@/lib/records/export";
import { findResource, type Registered } from "@/lib/resources/registry";

type AskedExport = {
  registered: Registered;
  query: Parameters<typeof exportRecords>[2];
  fields: Field[];
  format: ExportFormat;
  isForSpreadsheet: boolean;
};

/** @param ids the records, where some were picked. @throws Problem */
export async function readExport(
  slug: string,
  params: Record<string, string>,
  ids: string[] = [],
): Promise<AskedExport> {
  const registered = await findResource(slug);
  if (!registered) throw new Problem(404, "There is no such resource.");
  const { resource } = registered;
  const format = exportFormats.find((each) => each === (params.format ?? exportFormats[0]));
  if (!format) throw new Problem(400, `The formats are ${exportFormats.join(", ")}.`);
  if (ids.length > maxPicked) throw new Problem(413, "Select so many records by a filter.");
  const { query, notices } = parseListParams(resource, params);
  const [notice] = notices;
  if (notice) throw new Problem(400, notice);
  const asked = params.columns === undefined ? undefined : query.layout.columns;
  const fields = asked?.flatMap(({ field }) => fieldOf(resource, field) ?? []) ?? resource.fields;
  // Without one, the order of the key, which every table's index has.
  const sort: SortKey[] = params.sort === undefined ? [] : query.sort;
  const selected = ids.length > 0 ? { ids } : { matching: query };
  const columns = fields.map(({ name }) => name);
  const isForSpreadsheet = params.spreadsheet !== undefined;
  return { registered, query: { selected, sort, columns }, fields, format, isForSpreadsheet };
}

/** @throws Problem, Refused */
export async function exportFile(
  actor: Actor,
  { registered, query, fields, format, isForSpreadsheet }: AskedExport,
  requestId: string,
): Promise<Response> {
  const { resource } = registered;
  const batches = await exportRecords(actor, registered, query);
  if (!batches) {
    throw new Problem(
      409,
      "No index has this order, and the whole table would be sorted again and again. Export without “sort”, or add an index.",
    );
  }
  const text = fileText(format, resource, fields, isForSpreadsheet);
  const encoder = new TextEncoder();
  let isFirst = true;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(text.head)),
    async pull(controller) {
      try {
        const { value, done } = await batches.next();
        if (!done) controller.enqueue(encoder.encode(text.batch(value, isFirst)));
        isFirst = false;
        if (!done) return;
        controller.enqueue(encoder.encode(text.foot));
        controller.close();
      } catch (error) {
        const name = error instanceof Error ? error.name : "unknown";
        log().error({ requestId, error: name, code: pgCode(error) }, "export broke off");
        // The connection ends without the last chunk, so that nobody takes the file for whole.
        controller.error(new Error("The export broke off."));
      }
    },
    async cancel() {
      await batches.return();
    },
  });
  const name = resource.slug.replace(/[^\w.-]+/g, "_").slice(0, 80);
  return new Response(stream, {
    headers: {
      "content-type": `${text.type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}.${format}"`,
      "x-content-type-options": "nosniff",
    },
  });
}
