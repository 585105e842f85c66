// Server: the verbs on records as answers to HTTP requests.
import "server-only";
import { etag, isUnchanged, requiredVersion, submissionOf } from "@/lib/api/conditions";
import { listQuery, maxLimit, pageHref } from "@/lib/api/list-query";
import { Problem } from "@/lib/api/problem";
import { readLiterals } from "@/lib/api/read-body";
import { recordIdIn } from "@/lib/api/record-id";
import { type Attempt, refusal } from "@/lib/api/refusal";
import { isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import type { ApiContext } from "@/lib/model/custom-routes";
import { limits } from "@/lib/model/list-params";
import { recordJson } from "@/lib/model/record-json";
import { createRecord } from "@/lib/records/create";
import { getRecord, type RecordView } from "@/lib/records/get";
import { listWhole } from "@/lib/records/list-whole";
import { removeRecord } from "@/lib/records/remove";
import { updateWhole } from "@/lib/records/update-whole";
import { findResource, type Registered } from "@/lib/resources/registry";

/** `{ data, next?, previous? }`: whole records, and the addresses of the neighbouring pages. */
export async function listAnswer(c: ApiContext, slug: string): Promise<Response> {
  const { records, next, previous } = await wholePage(c, slug, limits[0], {});
  const links = JSON.stringify({ next, previous }).slice(1);
  return json(`{"data":[${records.join(",")}]${links === "}" ? "}" : `,${links}`}`);
}

/** An array of the records that have the literals of `where`. */
export async function arrayAnswer(
  c: ApiContext,
  slug: string,
  where: Record<string, string>,
): Promise<Response> {
  const { records, next, previous } = await wholePage(c, slug, maxLimit, where);
  const links = [next && `<${next}>; rel="next"`, previous && `<${previous}>; rel="prev"`];
  const link = links.filter(Boolean).join(", ");
  return json(`[${records.join(",")}]`, 200, link ? { link } : {});
}

export async function getAnswer(c: ApiContext, slug: string): Promise<Response> {
  const registered = await requireResource(slug);
  const record = await requireRecord(c.get("actor"), registered, recordIdIn(c, registered));
  return isUnchanged(c.req.raw, record.version)
    ? new Response(null, { status: 304, headers: { etag: etag(record.version) } })
    : recordAnswer(registered, record);
}

export async function createAnswer(c: ApiContext, slug: string): Promise<Response> {
  const actor = c.get("actor");
  const registered = await requireResource(slug);
  const act = submissionOf(c.req.raw, actor);
  const values = await readLiterals(c.req.raw, registered.resource, "create");
  const result = await createRecord(actor, registered, values, act);
  if (!result.ok) throw await refusal(actor, registered, result, { ...act, values });
  const record = await getRecord(actor, registered, result.id);
  if (!record) throw new Problem(410, "This record was created and has been deleted since.");
  const location = `/api/resources/${encodeURIComponent(slug)}/${result.id}`;
  return recordAnswer(registered, record, 201, { location });
}

export async function updateAnswer(c: ApiContext, slug: string): Promise<Response> {
  const actor = c.get("actor");
  const registered = await requireResource(slug);
  const id = recordIdIn(c, registered);
  const version = requiredVersion(c.req.raw);
  const act = submissionOf(c.req.raw, actor);
  const values = await readLiterals(c.req.raw, registered.resource, "update");
  if (Object.keys(values).length === 0) throw new Problem(400, "Send the fields to change.");
  const result = await updateWhole(actor, registered, id, { values, version }, act);
  const attempt: Attempt = { ...act, id, version, values };
  if (!result.ok) throw await refusal(actor, registered, result, attempt);
  return recordAnswer(registered, await requireRecord(actor, registered, id));
}

export async function removeAnswer(c: ApiContext, slug: string): Promise<Response> {
  const actor = c.get("actor");
  const registered = await requireResource(slug);
  const id = recordIdIn(c, registered);
  const version = requiredVersion(c.req.raw);
  const act = submissionOf(c.req.raw, actor);
  const result = await removeRecord(actor, registered, id, version, act);
  const attempt: Attempt = { ...act, id, version, values: {} };
  if (!result.ok) throw await refusal(actor, registered, result, attempt);
  return new Response(null, { status: 204 });
}

async function wholePage(
  c: ApiContext,
  slug: string,
  defaultLimit: number,
  where: Record<string, string>,
) {
  const registered = await requireResource(slug);
  const url = new URL(c.req.url);
  const query = listQuery(registered.resource, url.searchParams, defaultLimit);
  const page = await listWhole(c.get("actor"), registered, query, where).catch(unreadable);
  if (!page) throw new Problem(400, "The record at this place of the list is gone. Begin anew.");
  return {
    records: page.records.map((record) => recordJson(registered.resource, record)),
    next: page.after && pageHref(url, "after", page.after),
    previous: page.before && pageHref(url, "before", page.before),
  };
}

function unreadable(error: unknown): never {
  if (!isUnreadableLiteral(error)) throw error;
  throw new Problem(400, "This address holds a value that its field's type cannot read.");
}

async function requireResource(slug: string): Promise<Registered> {
  const registered = await findResource(slug);
  if (!registered) throw new Problem(404, "There is no such resource.");
  return registered;
}

async function requireRecord(
  actor: Actor,
  registered: Registered,
  id: string,
): Promise<RecordView> {
  const record = await getRecord(actor, registered, id);
  if (!record) throw new Problem(404, "There is no such record.");
  return record;
}

function recordAnswer(
  { resource }: Registered,
  { literals, version }: RecordView,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return json(recordJson(resource, literals), status, { ...headers, etag: etag(version) });
}

function json(text: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...headers, "content-type": "application/json" },
  });
}
