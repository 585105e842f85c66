// Pure: facts about a prefix with three migrations, all applied, for tests to spoil.
import type { Facts, JournalEntry, LedgerRow } from "@/lib/migrations/facts";
import { hashOf } from "@/lib/migrations/file-text";

export const source: Facts["source"] = {
  prefix: "shop_",
  label: "Shop",
  folder: "shop/drizzle",
  ledger: { schema: "drizzle", table: "shop_migrations" },
  script: "shop:migrate",
  sharedWith: [],
};

/** 0000_orders at 1000, 0001_items at 2000, 0002_notes at 3000. */
const entries: JournalEntry[] = [
  { tag: "0000_orders", when: 1000 },
  { tag: "0001_items", when: 2000 },
  { tag: "0002_notes", when: 3000 },
];

export const texts: Record<string, string> = {
  "0000_orders": 'CREATE TABLE "shop_orders" (id int);\n--> statement-breakpoint\nSELECT 1;',
  "0001_items": 'CREATE TABLE "shop_items" (id int);',
  "0002_notes": 'ALTER TABLE "shop_orders"\n  ADD COLUMN "notes" text;',
};

type Parts = {
  entries?: JournalEntry[];
  files?: string[];
  rows?: LedgerRow[];
} & Partial<Omit<Facts, "files">>;

export function facts({ entries: listed = entries, files, rows, ...rest }: Parts = {}): Facts {
  return {
    source,
    journal: { kind: "read", layout: "v0", entries: listed },
    files: (files ?? Object.keys(texts)).map((tag) => ({ tag, text: texts[tag] ?? "" })),
    ledger: { kind: "read", rows: rows ?? entries.map((entry, index) => rowFor(entry, index + 1)) },
    catalog: { tables: [] },
    now: 10_000,
    ...rest,
  };
}

export function rowFor({ tag, when }: JournalEntry, id: number): LedgerRow {
  return { id: String(id), hash: hashOf(texts[tag] ?? ""), createdAt: when };
}

/** The rows of the first `count` migrations. */
export function firstRows(count: number): LedgerRow[] {
  return entries.slice(0, count).map((entry, index) => rowFor(entry, index + 1));
}

/** The three entries, with some of them changed. */
export function entriesWith(changes: Record<number, Partial<JournalEntry>>): JournalEntry[] {
  return entries.map((entry, index) => ({ ...entry, ...changes[index] }));
}
