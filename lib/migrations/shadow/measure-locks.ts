// Server: the locks that a transaction of a shadow holds on tables, and the tables whose rows it has written anew.
import "server-only";
import type { Shadow } from "@/lib/migrations/shadow/shadow";
import type { MeasuredLock } from "@/lib/model/migrations/rehearsal";
import { type LockMode, lockModes } from "@/lib/model/migrations/sql";

type Measured = {
  locks: { oid: string; mode: LockMode }[];
  tables: { oid: string; name: string; file: string }[];
};

export type LockMeter = {
  /** What has come on since the meter started, or was last read. */
  read(): Promise<{ locks: MeasuredLock[]; rewrites: string[] }>;
};

/** Inside of the transaction, before its first statement. */
export async function startLockMeter(shadow: Shadow): Promise<LockMeter> {
  const initial = (await measure(shadow)).tables;
  const old = new Set(initial.map(({ oid }) => oid));
  // Names are kept, since a table that was dropped stays locked.
  const names = new Map(initial.map(({ oid, name }) => [oid, name]));
  const files = new Map(initial.map(({ oid, file }) => [oid, file]));
  const held = new Map<string, LockMode>();

  return {
    async read() {
      const { locks, tables } = await measure(shadow);
      for (const { oid, name } of tables) names.set(oid, name);
      const rewrites = tables.filter(({ oid, file }) => old.has(oid) && files.get(oid) !== file);
      for (const { oid, file } of tables) files.set(oid, file);
      const stronger = [...strongest(locks)].filter(([oid, mode]) =>
        isStronger(mode, held.get(oid)),
      );
      for (const [oid, mode] of stronger) held.set(oid, mode);
      return {
        locks: stronger.flatMap(([oid, mode]) => {
          const table = names.get(oid);
          return table === undefined ? [] : [{ table, mode, isNew: !old.has(oid) }];
        }),
        rewrites: rewrites.map(({ name }) => name),
      };
    },
  };
}

function strongest(locks: Measured["locks"]): Map<string, LockMode> {
  const modes = new Map<string, LockMode>();
  for (const { oid, mode } of locks) if (isStronger(mode, modes.get(oid))) modes.set(oid, mode);
  return modes;
}

function isStronger(mode: LockMode, other: LockMode | undefined): boolean {
  return other === undefined || lockModes.indexOf(mode) > lockModes.indexOf(other);
}

/** Qualified, since a migration may have set the search path. */
const measuring = `
  select json_build_object(
    'locks', (
      select coalesce(json_agg(json_build_object('oid', relation::text, 'mode', mode)), '[]')
      from pg_catalog.pg_locks
      where pid = pg_catalog.pg_backend_pid() and locktype = 'relation' and granted),
    'tables', (
      select coalesce(json_agg(json_build_object('oid', c.oid::text, 'name', n.nspname || '.' || c.relname,
        'file', c.relfilenode::text)), '[]')
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema')
  )::text as measured`;

async function measure(shadow: Shadow): Promise<Measured> {
  const [row] = await shadow.query<{ measured: string }>(measuring);
  return JSON.parse(row?.measured ?? "");
}
