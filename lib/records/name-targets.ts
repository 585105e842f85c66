// Server: what the records that a page's cells refer to are called. One query for each of their tables, however many
// rows and fields refer to it.
import "server-only";
import { sql } from "drizzle-orm";
import { read, type Transaction } from "@/lib/db/client";
import { pgCode, pgFault } from "@/lib/db/errors";
import { DatabaseUnavailable } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/model/actor";
import { dayOf, wallAt } from "@/lib/model/calendar/wall";
import { dateWords } from "@/lib/model/calendar/words";
import { checkLiteral } from "@/lib/model/check-literal";
import { instantOf } from "@/lib/model/instant";
import { arrayLiteral, type Literal } from "@/lib/model/literal";
import type { Page, Related } from "@/lib/model/page";
import { fieldOf, type Resource } from "@/lib/model/resource";
import { findTarget } from "@/lib/records/find-target";
import { bareColumn, momentField, titleParts } from "@/lib/records/telling";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

const maxTitleLength = 80;
const deadlineMs = 1_000;

/**
 * In transactions of their own, since a list must not fail for want of titles. `undefined` where nothing refers to
 * anything that the actor may read.
 */
export async function nameTargets(
  actor: Actor,
  resource: Resource,
  page: Pick<Page, "columns" | "rows">,
): Promise<Related | undefined> {
  const asked = [...askedFor(resource, page)];
  const titles = await Promise.all(asked.map(([slug, ids]) => titlesIn(actor, slug, [...ids])));
  const related = asked.flatMap(([slug], index) => {
    const named = titles[index];
    return named ? [[slug, named] as const] : [];
  });
  return related.length > 0 ? Object.fromEntries(related) : undefined;
}

/** The literals by what they refer to. People are asked for by nobody: `people` has their names. */
function askedFor(
  resource: Resource,
  { columns, rows }: Pick<Page, "columns" | "rows">,
): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  for (const [index, name] of columns.entries()) {
    const field = fieldOf(resource, name);
    if (!field?.refersTo || field.isSecret || field.secretWhen) continue;
    const ids = asked.get(field.refersTo) ?? new Set();
    asked.set(field.refersTo, ids);
    const cells = field.isPerson ? [] : rows.map((row) => row[index]);
    for (const cell of cells) if (typeof cell === "string") ids.add(cell);
  }
  return asked;
}

async function titlesIn(
  actor: Actor,
  slug: string,
  ids: string[],
): Promise<Related[string] | undefined> {
  try {
    const target = await findTarget(actor, slug);
    if (!target || ids.length === 0) return target && {};
    return await read((tx) => readTitles(tx, target, ids), {
      deadlineMs,
      signal: requestSignal(),
    });
  } catch (error) {
    if (!pgFault(error) && !(error instanceof DatabaseUnavailable)) throw error;
    log().warn({ resource: slug, code: pgCode(error) }, "titles could not be read");
    return undefined;
  }
}

/** By the ids as they were given, which need not be written as the table has them. Those that name nothing are left out. */
export async function readTitles(
  tx: Transaction,
  target: Registered,
  ids: string[],
): Promise<Related[string]> {
  const [key = ""] = target.resource.key;
  const field = fieldOf(target.resource, key);
  const known = ids.filter((id) => field && checkLiteral(field, id) === undefined);
  if (known.length === 0) return {};
  const moment = momentField(target.resource);
  const title = titleParts(target)?.title ?? sql`null`;
  const column = bareColumn(target, key);
  const rows = await tx.execute<{ places: number[]; title: Literal; moment: Literal }>(sql`
    select to_json(array_positions(${arrayLiteral(known)}, ${column})) as places,
      left(${title}, ${sql.raw(String(maxTitleLength))}) as title,
      ${moment ? sql`${bareColumn(target, moment.name)}::text` : sql`null`} as moment
    from ${target.table} where ${column} = any(${arrayLiteral(known)})`);
  return Object.fromEntries(
    rows.flatMap(({ places, ...row }) => {
      const words = titleWords(row.title, row.moment, target.resource.zone);
      return places.map((place) => [known[place - 1], words]);
    }),
  );
}

/** "1:1 coaching · 9 Mar 2026" */
function titleWords(title: Literal, moment: Literal, zone: string): string {
  const at = moment ? instantOf(moment, zone) : undefined;
  return [title?.trim(), at && dateWords(dayOf(wallAt(at, zone)))].filter(Boolean).join(" · ");
}
