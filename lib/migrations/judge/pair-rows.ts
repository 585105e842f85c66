// Pure: which row of the ledger is about which migration.
import type { LedgerRow } from "@/lib/migrations/facts";
import { whitespaceVariants } from "@/lib/migrations/read/file-text";

type Pairable = { tag: string; when: number; sql: string | null; hash: string | null };

type Pairing = {
  /** By the migration's index. */
  rows: Map<number, LedgerRow>;
  /** Further rows about a migration that has one already, by its index. */
  repeats: Map<number, LedgerRow[]>;
  orphans: LedgerRow[];
};

type Criterion = (migration: Pairable, row: LedgerRow) => boolean;

/** The surest first: a row that fits one migration exactly is not given to another that it half fits. */
export function pairRows(migrations: Pairable[], ledger: LedgerRow[]): Pairing {
  const variants = new Map<Pairable, Set<string>>();
  const sameText: Criterion = (migration, row) => {
    if (migration.sql === null) return false;
    const known = variants.get(migration) ?? whitespaceVariants(migration.sql);
    variants.set(migration, known);
    return known.has(row.hash);
  };
  const criteria = [sameName, sameTimeAndHash, sameHash, sameText, sameTime];

  const rows = new Map<number, LedgerRow>();
  const left = new Set(ledger);
  for (const fits of criteria) {
    for (const [index, migration] of migrations.entries()) {
      if (rows.has(index)) continue;
      const row = [...left].find((candidate) => fits(migration, candidate));
      if (!row) continue;
      rows.set(index, row);
      left.delete(row);
    }
  }

  const repeats = new Map<number, LedgerRow[]>();
  const orphans: LedgerRow[] = [];
  for (const row of left) {
    const index = migrations.findIndex((migration) =>
      criteria.some((fits) => fits(migration, row)),
    );
    if (index < 0) orphans.push(row);
    else repeats.set(index, [...(repeats.get(index) ?? []), row]);
  }
  return { rows, repeats, orphans };
}

const sameName: Criterion = ({ tag }, { name }) => name === tag;
const sameTime: Criterion = ({ when }, { createdAt }) => createdAt === when;
const sameHash: Criterion = ({ hash }, row) => hash === row.hash;
const sameTimeAndHash: Criterion = (migration, row) =>
  sameTime(migration, row) && sameHash(migration, row);

/** The row that drizzle 0.x reads: `order by created_at desc limit 1`, where NULL sorts first. */
export function newestRow(rows: LedgerRow[]): LedgerRow | undefined {
  const rank = ({ createdAt }: LedgerRow) => createdAt ?? Number.POSITIVE_INFINITY;
  return rows.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}
