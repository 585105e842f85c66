// Server: gathers the facts about prefixes from their folders and a database, and has them compared. Only reads.
import "server-only";
import type { Credentials } from "@/lib/db/credentials";
import { pgCode } from "@/lib/db/errors";
import { withSingleConnection } from "@/lib/db/single-connection";
import type { DatabaseUnavailable } from "@/lib/errors";
import type { Catalog, Facts, Folder, Ledger, MigrationSource } from "@/lib/migrations/facts";
import { compare } from "@/lib/migrations/judge/compare";
import { findAppliedTexts } from "@/lib/migrations/read/applied-texts";
import { readCatalogs } from "@/lib/migrations/read/catalog";
import { readMigrationFolder } from "@/lib/migrations/read/journal";
import { type LedgerReader, readLedger } from "@/lib/migrations/read/ledger";
import { type PrefixStatus, pendingOf } from "@/lib/model/migrations/status";

/** Runs `work` in a read-only transaction. */
type ReadOnly = <T>(work: (tx: LedgerReader) => Promise<T>) => Promise<T>;

/** A prefix's status beside what it was told from. */
export type Judged = { facts: Facts; status: PrefixStatus };

/** @throws DatabaseUnavailable */
export async function judge(sources: MigrationSource[], readOnly: ReadOnly): Promise<Judged[]> {
  const folders = await Promise.all(sources.map(readMigrationFolder));
  const asked = sources.map(({ prefix }, index) => ({
    prefix,
    folder: folders[index] ?? noFolder,
  }));
  const [ledgers, catalogs] = await readOnly((tx) =>
    Promise.all([
      Promise.all(sources.map((source) => readLedger(tx, source))),
      readCatalogs(tx, asked),
    ]),
  );
  const judged: Judged[] = [];
  for (const [index, source] of sources.entries()) {
    const folder = folders[index];
    const ledger = ledgers[index];
    const catalog = catalogs[index];
    if (!folder || !ledger || !catalog) continue;
    const facts: Facts = {
      source,
      ...folder,
      ledger,
      catalog,
      appliedTexts: await findAppliedTexts(source, folder, ledger),
      before: judged.flatMap(pendingMakes),
      now: Date.now(),
    };
    judged.push({ facts, status: compare(facts) });
  }
  return judged;
}

function pendingMakes({ status, facts }: Judged): Facts["before"] {
  const tags = new Set(pendingOf(status).map(({ tag }) => tag));
  if (tags.size === 0) return [];
  const statements = facts.files
    .filter(({ tag }) => tags.has(tag))
    .flatMap((file) => file.statements);
  return [{ prefix: status.prefix, makes: statements.flatMap(({ makes }) => makes) }];
}

/** What the folders alone tell when the database cannot be asked: nothing is said to have run. */
export function judgeWithoutDatabase(
  sources: MigrationSource[],
  error: DatabaseUnavailable,
): Promise<Judged[]> {
  const code = pgCode(error.cause);
  const ledger: Ledger = {
    kind: "unreadable",
    reason: code ? `${error.message} (${code})` : error.message,
    remedy: "Check that the database runs and that POSTGRES_HOST and its fellows name it.",
  };
  return Promise.all(
    sources.map(async (source) => {
      const facts: Facts = {
        source,
        ...(await readMigrationFolder(source)),
        ledger,
        catalog: emptyCatalog,
        appliedTexts: new Map(),
        before: [],
        now: Date.now(),
      };
      return { facts, status: compare(facts) };
    }),
  );
}

/** For scripts, over a connection of their own. */
export async function statusOn(
  credentials: Credentials,
  sources: MigrationSource[],
): Promise<PrefixStatus[]> {
  const judged = await judge(sources, (work) =>
    withSingleConnection(credentials, (connection) =>
      connection.transaction("read only", () => work(connection)),
    ),
  );
  return judged.map(({ status }) => status);
}

/** The status inside a transaction that is open already. */
export async function statusWithin(
  tx: LedgerReader,
  source: MigrationSource,
): Promise<PrefixStatus> {
  const [judged] = await judge([source], (work) => work(tx));
  if (!judged) throw new Error("A source has a status.");
  return judged.status;
}

const noFolder: Folder = { journal: { kind: "no folder" }, files: [], snapshots: [] };

const emptyCatalog: Catalog = {
  objects: new Set(),
  invalidIndexes: [],
  live: {
    sizes: [],
    columns: [],
    foreignKeys: [],
    indexes: [],
    searchPath: [],
    schemas: [],
    extensions: [],
    availableExtensions: [],
    serverVersion: 0,
    prefixes: [],
    hasLockTimeout: true,
  },
};
