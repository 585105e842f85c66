// Server: the settings of a resource as its page shows them: those declared, in the contract's order, then the others.
import "server-only";
import { asc } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import { environmentValue } from "@/lib/env";
import { lastChanges } from "@/lib/history/last-changes";
import type { Actor } from "@/lib/model/actor";
import { instantOf } from "@/lib/model/instant";
import { encodeRecordId, type Literals } from "@/lib/model/literal";
import { type Contract, settingOf } from "@/lib/model/settings/contract";
import { nextRuns } from "@/lib/model/settings/cron";
import { formatDuration, parseDuration } from "@/lib/model/settings/duration";
import type { SettingFacts } from "@/lib/model/settings/facts";
import {
  type SeenSetting,
  type SettingRow,
  type StoredSetting,
  seenOf,
  shownLiteral,
} from "@/lib/model/settings/row";
import type { SettingsView } from "@/lib/model/view";
import { columnOf, keyOf, literalColumns, mask } from "@/lib/records/columns";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";
import { contractOf } from "@/lib/settings/contracts";
import { type Effective, effectiveValue } from "@/lib/settings/effective";
import { settingFacts } from "@/lib/settings/facts";

const maxRows = 1_000;
/** In one file. */
const maxTransferred = 10_000;
/** Longer literals are edited on the record's own page. */
const editableLength = 20_000;

export type SettingsPage = {
  rows: SettingRow[];
  /** There are more than fit on a page; the list has them all. */
  isCut: boolean;
};

export async function listSettings(
  actor: Actor,
  registered: Registered,
  view: SettingsView,
): Promise<SettingsPage> {
  const contract = contractOf(registered.table);
  const records = await findRecords(actor, registered, view, maxRows + 1);
  const shown = records.slice(0, maxRows);
  const ids = shown.map((record) => encodeRecordId(keyOf(registered, record)));
  const changes = await lastChanges(registered.resource, ids);
  const stored = new Map(
    shown.map((record, index) => {
      const id = ids[index] ?? "";
      const changed = changes.get(id) ?? touchedAt(registered, record);
      return [record[view.key] ?? "", { record, id, changed }];
    }),
  );
  const undeclared = [...stored.keys()].filter((key) => !settingOf(contract, key));
  return {
    rows: [...Object.keys(contract), ...undeclared].map((key) =>
      toRow(registered, view, contract, key, stored.get(key)),
    ),
    isCut: records.length > maxRows,
  };
}

/** A stored setting with its whole literal, unless that is secret. */
export type WholeSetting = { key: string; seen: SeenSetting & { id: string }; isSecret: boolean };

/** Every stored setting. */
export async function listWholeSettings(
  actor: Actor,
  registered: Registered,
  view: SettingsView,
): Promise<WholeSetting[]> {
  const records = await findRecords(actor, registered, view);
  return records.map((record) => {
    const key = record[view.key] ?? "";
    const isSecret = settingFacts(registered, view, key).kind === "secret";
    const value = record[view.value] ?? null;
    const seen = {
      id: encodeRecordId(keyOf(registered, record)),
      version: versionOf(record),
      isPublic: record[view.isPublic] ?? null,
      ...(!isSecret && { value }),
    };
    return { key, seen, isSecret };
  });
}

async function findRecords(
  actor: Actor,
  registered: Registered,
  view: SettingsView,
  limit = maxTransferred,
): Promise<Literals[]> {
  await authorize(actor, "read", registered.resource);
  return read((tx) =>
    tx
      .select(literalColumns(registered))
      .from(registered.table)
      .orderBy(asc(columnOf(registered, view.key)))
      .limit(limit),
  );
}

type Found = { record: Literals; id: string; changed: StoredSetting["changed"] };

function toRow(
  registered: Registered,
  view: SettingsView,
  contract: Contract,
  key: string,
  found: Found | undefined,
): SettingRow {
  const setting = settingOf(contract, key);
  const facts = settingFacts(registered, view, key, found?.record[view.description]);
  const isSecret = facts.kind === "secret";
  const literal = found?.record[view.value] ?? undefined;
  const environment = facts.env === undefined ? undefined : environmentValue(facts.env);
  const effective: Effective | undefined =
    setting && effectiveValue(setting, { environment, stored: literal });
  const row: SettingRow = {
    key,
    facts,
    isDeclared: setting !== undefined,
    effective: effective?.from ?? "stored",
    ...(facts.env !== undefined &&
      environment !== undefined && {
        environment: {
          name: facts.env,
          text: isSecret ? mask : environment,
          ...(effective?.problems.environment && { problem: effective.problems.environment }),
        },
      }),
    ...(found && {
      stored: {
        id: found.id,
        version: versionOf(found.record),
        isPublic: found.record[view.isPublic] ?? null,
        isCut: !isSecret && (literal?.length ?? 0) > editableLength,
        value: isSecret ? mask : (literal?.slice(0, editableLength) ?? null),
        ...(found.changed && { changed: found.changed }),
        ...(!isSecret && storedRemarks(facts, literal, setting?.parse(literal ?? ""))),
      },
    }),
  };
  if (facts.kind !== "cron") return row;
  return { ...row, runs: nextRuns(shownLiteral(facts, seenOf(row)), new Date()) };
}

function storedRemarks(
  { kind }: SettingFacts,
  literal: string | undefined,
  parsed: { ok: boolean; problem?: string } | undefined,
): Pick<StoredSetting, "problem" | "reading"> {
  if (parsed && !parsed.ok) return { problem: parsed.problem ?? "" };
  if (kind !== "duration" || literal === undefined) return {};
  const ms = parseDuration(literal);
  const reading = ms.ok ? formatDuration(ms.value) : literal;
  return reading === literal.trim() ? {} : { reading };
}

/** What the record itself says of its last change, made outside of the dashboard. */
function touchedAt({ resource }: Registered, record: Literals): StoredSetting["changed"] {
  const field = resource.fields.find(({ touches }) => touches);
  const literal = field && record[field.name];
  const at = literal && instantOf(literal, resource.zone);
  return at ? { at: at.toISOString() } : undefined;
}
