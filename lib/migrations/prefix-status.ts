// Server: gathers the facts about prefixes from their folders and a database, and has them compared. Only reads.
import "server-only";
import type { Credentials } from "@/lib/db/credentials";
import { pgCode } from "@/lib/db/errors";
import { withSingleConnection } from "@/lib/db/single-connection";
import type { DatabaseUnavailable } from "@/lib/errors";
import { compare } from "@/lib/migrations/compare";
import type { Catalog, Ledger, MigrationSource } from "@/lib/migrations/facts";
import { readMigrationFolder } from "@/lib/migrations/journal";
import { type LedgerReader, readCatalog, readLedger } from "@/lib/migrations/ledger";
import type { PrefixStatus } from "@/lib/model/migration-status";

/** Runs `work` in a read-only transaction. */
type ReadOnly = <T>(work: (tx: LedgerReader) => Promise<T>) => Promise<T>;

/** @throws DatabaseUnavailable */
export async function statusOf(
  sources: MigrationSource[],
  readOnly: ReadOnly,
): Promise<PrefixStatus[]> {
  const [folders, databases] = await Promise.all([
    Promise.all(sources.map(({ folder }) => readMigrationFolder(folder))),
    readOnly((tx) => Promise.all(sources.map((source) => askAbout(tx, source)))),
  ]);
  const now = Date.now();
  return sources.flatMap((source, index) => {
    const folder = folders[index];
    const database = databases[index];
    return folder && database ? [compare({ source, ...folder, ...database, now })] : [];
  });
}

/** What the folders alone tell when the database cannot be asked: nothing is said to have run. */
export function statusWithoutDatabase(
  sources: MigrationSource[],
  error: DatabaseUnavailable,
): Promise<PrefixStatus[]> {
  const code = pgCode(error.cause);
  const ledger: Ledger = {
    kind: "unreadable",
    reason: code ? `${error.message} (${code})` : error.message,
    remedy: "Check that the database runs and that POSTGRES_HOST and its fellows name it.",
  };
  return Promise.all(
    sources.map(async (source) => {
      const folder = await readMigrationFolder(source.folder);
      return compare({ source, ...folder, ledger, catalog: { tables: [] }, now: Date.now() });
    }),
  );
}

/** For scripts, over a connection of their own. */
export function statusOn(
  credentials: Credentials,
  sources: MigrationSource[],
): Promise<PrefixStatus[]> {
  return statusOf(sources, (work) =>
    withSingleConnection(credentials, (connection) =>
      connection.transaction("read only", () => work(connection)),
    ),
  );
}

/** The status inside a transaction that is open already. */
export async function statusWithin(
  tx: LedgerReader,
  source: MigrationSource,
): Promise<PrefixStatus> {
  const folder = await readMigrationFolder(source.folder);
  return compare({ source, ...folder, ...(await askAbout(tx, source)), now: Date.now() });
}

type Database = { ledger: Ledger; catalog: Catalog };

async function askAbout(tx: LedgerReader, source: MigrationSource): Promise<Database> {
  const [ledger, catalog] = await Promise.all([readLedger(tx, source), readCatalog(tx, source)]);
  return { ledger, catalog };
}
