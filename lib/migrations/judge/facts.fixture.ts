// Pure: facts about a prefix with three migrations, all applied, for tests to spoil.
import type {
  Catalog,
  Facts,
  JournalEntry,
  LedgerRow,
  MigrationFile,
} from "@/lib/migrations/facts";
import { hashOf } from "@/lib/migrations/read/file-text";
import { loadParser, parseMigration } from "@/lib/migrations/sql/parse";

await loadParser();

export const source: Facts["source"] = {
  prefix: "shop_",
  label: "Shop",
  folder: "shop/drizzle",
  path: "/srv/shop/drizzle",
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

export function fileFor(tag: string, text: string): MigrationFile {
  return { tag, text, hash: hashOf(text), statements: parseMigration(text).statements };
}

/** A database where these tables exist; further objects by their key. */
export function catalogWith(tables: string[], keys: string[] = []): Catalog {
  return {
    objects: new Set([...tables.map((name) => `table * ${name}`), ...keys]),
    invalidIndexes: [],
    live: {
      sizes: tables.map((name) => ({ table: `public.${name}`, rows: 0, bytes: 0 })),
      columns: [],
      foreignKeys: [],
      indexes: [],
      searchPath: ["public"],
      schemas: ["public"],
      extensions: [],
      availableExtensions: [],
      serverVersion: 180000,
      prefixes: ["shop_"],
      hasLockTimeout: true,
    },
  };
}

type Parts = {
  entries?: JournalEntry[];
  files?: string[];
  rows?: LedgerRow[];
} & Partial<Omit<Facts, "files">>;

/** The database has the tables of what is recorded, unless told otherwise. */
export function facts({ entries: listed = entries, files, rows, ...rest }: Parts = {}): Facts {
  const recorded = rows ?? entries.map((entry, index) => rowFor(entry, index + 1));
  const tables = ["0000_orders", "0001_items"].filter((tag) =>
    recorded.some(({ hash }) => hash === hashOf(texts[tag] ?? "")),
  );
  return {
    source,
    journal: { kind: "read", layout: "v0", entries: listed },
    files: (files ?? Object.keys(texts)).map((tag) => fileFor(tag, texts[tag] ?? "")),
    snapshots: [],
    ledger: { kind: "read", layout: "v0", rows: recorded },
    catalog: catalogWith(
      tables.map((tag) => tag.replace("0000_", "shop_").replace("0001_", "shop_")),
    ),
    before: [],
    appliedTexts: new Map(),
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
