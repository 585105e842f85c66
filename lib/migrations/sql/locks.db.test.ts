// Every rule about locks and rewrites, held against what Postgres does with the statement.
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { credentials } from "@/lib/migrations/migrations-folder.fixture";
import { loadParser, parseMigration } from "@/lib/migrations/sql/parse";
import { strongest } from "@/lib/migrations/sql/strength";
import type { KnownTables, LockMode } from "@/lib/model/migrations/sql";

const sql = postgres({ ...credentials, max: 1, onnotice: () => {} });
let known: KnownTables;

const schema = `
  CREATE SCHEMA probe; SET search_path = probe;
  CREATE TYPE status AS ENUM ('one', 'two');
  CREATE TABLE parent (id int PRIMARY KEY, code text UNIQUE);
  CREATE TABLE item (
    id serial PRIMARY KEY, a int, word varchar(10), amount numeric(10, 2), at timestamp,
    zoned timestamptz, doc json, parent_id int REFERENCES parent, body text DEFAULT 'x',
    list int[], fixed char(5), state status DEFAULT 'one', proven int,
    CONSTRAINT a_check CHECK (a IS NOT NULL),
    CONSTRAINT proven_check CHECK (proven IS NOT NULL)
  );
  CREATE INDEX item_a ON item (a);
  CREATE TABLE child (id int, item_id int REFERENCES item);
  CREATE TABLE lone (id int, parent_id int);
  ALTER TABLE lone ADD CONSTRAINT lone_parent FOREIGN KEY (parent_id) REFERENCES parent NOT VALID;
  CREATE TABLE tree (id int, k int) PARTITION BY RANGE (k);
  CREATE TABLE branch (id int, k int);
  CREATE TABLE viewed (id int);
  CREATE VIEW items AS SELECT id FROM viewed;
  CREATE MATERIALIZED VIEW kept AS SELECT 1 AS id;
  CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
  CREATE TRIGGER noop BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION noop();
  CREATE POLICY everyone ON item USING (true);
  INSERT INTO parent VALUES (1, 'a'); INSERT INTO item (a, proven) VALUES (1, 1);
`;

beforeAll(async () => {
  await loadParser();
  await sql.unsafe(schema);
  known = await readKnown();
});

afterAll(() => sql.end());

async function readKnown(): Promise<KnownTables> {
  const columns = await sql<KnownTables["columns"]>`
    SELECT attrelid::regclass::text AS table, attname AS name,
      format_type(atttypid, atttypmod) AS type, attname = 'proven' AS "hasNotNullCheck"
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = 'probe'::regnamespace AND relkind = 'r' AND attnum > 0`;
  const foreignKeys = await sql<KnownTables["foreignKeys"]>`
    SELECT conname AS name, conrelid::regclass::text AS table, confrelid::regclass::text AS parent,
      ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey))
        AS columns,
      ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = confrelid AND attnum = ANY (confkey))
        AS "parentColumns"
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'probe'::regnamespace`;
  const qualified = (name: string) => `probe.${name}`;
  return {
    searchPath: ["probe"],
    columns: columns.map((each) => ({ ...each, table: qualified(each.table) })),
    foreignKeys: foreignKeys.map((each) => ({
      ...each,
      table: qualified(each.table),
      parent: qualified(each.parent),
    })),
    indexes: [{ name: "item_a", table: "probe.item" }],
  };
}

type Locks = Record<string, LockMode>;

/** The strongest lock on each table that existed before, and the tables that were stored anew. */
async function measured(statement: string): Promise<{ locks: Locks; rewrites: string[] }> {
  const tables = await sql<{ oid: number; name: string; node: number }[]>`
    SELECT oid, relname AS name, pg_relation_filenode(oid) AS node FROM pg_class
    WHERE relnamespace = 'probe'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')`;
  const answer: { locks: Locks; rewrites: string[] } = { locks: {}, rewrites: [] };
  const rollback = new Error("measured");
  await sql
    .begin(async (tx) => {
      await tx.unsafe(`SET LOCAL search_path = probe; SET LOCAL timezone = 'Europe/Berlin'`);
      await tx.unsafe(statement);
      const held = await tx<{ relation: number; mode: LockMode }[]>`
        SELECT relation, mode FROM pg_locks
        WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation = ANY (${tables.map(({ oid }) => oid)})`;
      for (const { oid, name, node } of tables) {
        const modes = held.filter(({ relation }) => relation === oid).map(({ mode }) => mode);
        if (modes.length > 0) answer.locks[name] = strongest(modes);
        const [after] =
          await tx`SELECT pg_relation_filenode(oid) AS node FROM pg_class WHERE oid = ${oid}`;
        if (after && after.node !== node) answer.rewrites.push(name);
      }
      throw rollback;
    })
    .catch((error) => {
      if (error !== rollback) throw error;
    });
  return answer;
}

function predicted(statement: string): { locks: Locks; rewrites: string[] } {
  const effects = parseMigration(statement, known).statements.flatMap((each) => each.effects);
  const names = [...new Set(effects.map(({ table }) => table.name))];
  const of = (name: string) => effects.filter(({ table }) => table.name === name);
  return {
    locks: Object.fromEntries(
      names.map((name) => [name, strongest(of(name).map(({ lock }) => lock))]),
    ),
    rewrites: names.filter((name) => of(name).some(({ cost }) => cost === "rewrite")).sort(),
  };
}

const statements = `
  ALTER TABLE item ADD COLUMN x int DEFAULT 1 NOT NULL
  ALTER TABLE item ADD COLUMN x timestamp DEFAULT now() NOT NULL
  ALTER TABLE item ADD COLUMN x status DEFAULT 'one' NOT NULL
  ALTER TABLE item ADD COLUMN x jsonb DEFAULT jsonb_build_object('at', now())
  ALTER TABLE item ADD COLUMN x uuid DEFAULT gen_random_uuid()
  ALTER TABLE item ADD COLUMN x serial
  ALTER TABLE item ADD COLUMN x int GENERATED ALWAYS AS (a + 1) STORED
  ALTER TABLE item ADD COLUMN x int GENERATED ALWAYS AS IDENTITY
  ALTER TABLE item ADD COLUMN x int UNIQUE
  ALTER TABLE item ADD COLUMN x int REFERENCES parent
  ALTER TABLE item ADD COLUMN x int CHECK (x > 0), ENABLE ROW LEVEL SECURITY
  ALTER TABLE item ALTER COLUMN a SET NOT NULL
  ALTER TABLE item ALTER COLUMN proven SET NOT NULL
  ALTER TABLE item ALTER COLUMN a DROP NOT NULL
  ALTER TABLE item ALTER COLUMN a SET DEFAULT 1
  ALTER TABLE item ALTER COLUMN word TYPE varchar(20)
  ALTER TABLE item ALTER COLUMN word TYPE varchar(20) USING word::varchar(20)
  ALTER TABLE item ALTER COLUMN word TYPE text
  ALTER TABLE item ALTER COLUMN word TYPE text USING word || 'x'
  ALTER TABLE item ALTER COLUMN word TYPE varchar(5)
  ALTER TABLE item ALTER COLUMN body TYPE varchar
  ALTER TABLE item ALTER COLUMN body TYPE varchar(20)
  ALTER TABLE item ALTER COLUMN fixed TYPE char(10)
  ALTER TABLE item ALTER COLUMN amount TYPE numeric(12, 2)
  ALTER TABLE item ALTER COLUMN amount TYPE numeric(12, 3)
  ALTER TABLE item ALTER COLUMN amount TYPE numeric
  ALTER TABLE item ALTER COLUMN a TYPE bigint
  ALTER TABLE item ALTER COLUMN a TYPE int
  ALTER TABLE item ALTER COLUMN list TYPE bigint[]
  ALTER TABLE item ALTER COLUMN at TYPE timestamptz
  ALTER TABLE item ALTER COLUMN at TYPE timestamp(3)
  ALTER TABLE item ALTER COLUMN doc TYPE jsonb
  ALTER TABLE item ALTER COLUMN state DROP DEFAULT, ALTER COLUMN state TYPE text
  ALTER TABLE item ALTER COLUMN parent_id TYPE bigint
  ALTER TABLE parent ALTER COLUMN id TYPE bigint
  ALTER TABLE item ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES parent
  ALTER TABLE item ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES parent NOT VALID
  ALTER TABLE item ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES item
  ALTER TABLE lone VALIDATE CONSTRAINT lone_parent
  ALTER TABLE item ADD CONSTRAINT k CHECK (a > 0)
  ALTER TABLE item ADD CONSTRAINT k CHECK (a > 0) NOT VALID
  ALTER TABLE item ADD CONSTRAINT k UNIQUE (a)
  ALTER TABLE lone ADD PRIMARY KEY (id)
  ALTER TABLE item DROP CONSTRAINT item_parent_id_fkey
  ALTER TABLE item DROP CONSTRAINT a_check
  ALTER TABLE item DROP COLUMN a
  ALTER TABLE item DROP COLUMN parent_id
  ALTER TABLE item RENAME COLUMN a TO b
  ALTER TABLE item RENAME TO items2
  ALTER TABLE item RENAME CONSTRAINT a_check TO b_check
  ALTER INDEX item_a RENAME TO item_b
  ALTER TABLE item ENABLE ROW LEVEL SECURITY
  ALTER TABLE item DISABLE TRIGGER noop
  ALTER TABLE item SET (fillfactor = 80)
  ALTER TABLE item ALTER COLUMN a SET STATISTICS 100
  ALTER TABLE item ALTER COLUMN body SET STORAGE plain
  ALTER TABLE item REPLICA IDENTITY FULL
  ALTER TABLE lone SET UNLOGGED
  CREATE INDEX i ON item (body)
  CREATE UNIQUE INDEX i ON item (body)
  CREATE INDEX IF NOT EXISTS item_a ON item (a)
  DROP INDEX item_a
  REINDEX TABLE item
  CREATE TABLE fresh (id int REFERENCES parent, item_id int, FOREIGN KEY (item_id) REFERENCES item)
  CREATE TABLE fresh (LIKE item)
  CREATE TABLE fresh AS SELECT * FROM item
  CREATE TABLE fresh () INHERITS (lone)
  CREATE TABLE fresh PARTITION OF tree FOR VALUES FROM (0) TO (10)
  ALTER TABLE tree ATTACH PARTITION branch FOR VALUES FROM (0) TO (10)
  CREATE VIEW v AS WITH own AS (SELECT * FROM item) SELECT * FROM own
  CREATE OR REPLACE VIEW items AS SELECT id FROM viewed
  DROP VIEW items
  REFRESH MATERIALIZED VIEW kept
  DROP MATERIALIZED VIEW kept
  CREATE TRIGGER t BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION noop()
  DROP TRIGGER noop ON item
  CREATE POLICY p ON item USING (true)
  ALTER POLICY everyone ON item USING (false)
  DROP POLICY everyone ON item
  CREATE RULE r AS ON INSERT TO lone DO INSTEAD NOTHING
  DROP TABLE child
  DROP TABLE item CASCADE
  TRUNCATE lone
  TRUNCATE item CASCADE
  UPDATE item SET a = 2
  UPDATE item SET a = lone.id FROM lone WHERE lone.id = item.id
  DELETE FROM child WHERE id IN (SELECT id FROM item)
  INSERT INTO lone SELECT id FROM item
  SELECT * FROM item FOR UPDATE
  COMMENT ON TABLE item IS 'x'
  COMMENT ON COLUMN item.a IS 'x'
  ALTER TYPE status ADD VALUE 'three'
  DROP TYPE status CASCADE
  LOCK TABLE item IN SHARE MODE
  ANALYZE item
  CLUSTER item USING item_a
  CREATE STATISTICS s ON a, body FROM item
  DO $$ BEGIN ALTER TABLE child ADD CONSTRAINT k FOREIGN KEY (id) REFERENCES parent; EXCEPTION WHEN duplicate_object THEN null; END $$
`;

test.each(statements.trim().split(/\n\s*/))("%s", async (statement) => {
  // What is emptied is stored anew too, which takes no time.
  const isEmptied = statement.startsWith("TRUNCATE");
  const { locks, rewrites } = await measured(statement);
  expect(predicted(statement)).toEqual({ locks, rewrites: isEmptied ? [] : rewrites.sort() });
});

test("a file with a byte order mark is refused, as said", async () => {
  const text = "\uFEFFSELECT 1;";
  expect(parseMigration(text).statements[0]?.failure?.message).toContain("byte order mark");
  await expect(sql.unsafe(text)).rejects.toThrow("syntax error");
});

test("a new enum value is refused in the transaction that adds it, as said", async () => {
  const add = sql.begin((tx) =>
    tx.unsafe(
      "ALTER TYPE probe.status ADD VALUE 'new'; ALTER TABLE probe.item ALTER state SET DEFAULT 'new'",
    ),
  );
  await expect(add).rejects.toThrow("unsafe use of new value");
});
