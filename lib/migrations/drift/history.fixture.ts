// Tests: a long history as drizzle-kit writes it, of any number of migrations and tables.

type History = { migrations: number; tables: number };

/** The first migrations make the tables, the others change them in turn. */
export function longHistory(
  prefix: string,
  { migrations, tables }: History,
): [tag: string, sql: string][] {
  return Array.from({ length: migrations }, (_, number) => {
    const tag = `${String(number).padStart(4, "0")}_step`;
    return [tag, number < tables ? newTable(prefix, number) : change(prefix, number, tables)];
  });
}

function newTable(prefix: string, number: number): string {
  const table = `${prefix}table_${number}`;
  const statements = [
    `CREATE TYPE "public"."${table}_state" AS ENUM('new', 'open', 'done');`,
    `CREATE TABLE "${table}" (
\t"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
\t"state" "${table}_state" DEFAULT 'new' NOT NULL,
\t"name" varchar(100) NOT NULL,
\t"parent_id" uuid,
\t"price" numeric(10, 2) DEFAULT '0',
\t"meta" jsonb DEFAULT '{}'::jsonb,
\t"created_at" timestamp DEFAULT now() NOT NULL,
\t"updated_at" timestamp DEFAULT now() NOT NULL,
\tCONSTRAINT "${table}_name_unique" UNIQUE("name")
);
`,
    `CREATE INDEX "${table}_created_at_idx" ON "${table}" USING btree ("created_at","id");`,
  ];
  const parent = `${prefix}table_${number - 1}`;
  const reference = `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."${parent}"("id") ON DELETE cascade ON UPDATE no action;`;
  return [...statements, ...(number > 0 ? [reference] : [])].join("--> statement-breakpoint\n");
}

function change(prefix: string, number: number, tables: number): string {
  const table = `${prefix}table_${number % tables}`;
  return [
    `ALTER TABLE "${table}" ADD COLUMN "field_${number}" text DEFAULT 'none' NOT NULL;`,
    `ALTER TABLE "${table}" ALTER COLUMN "name" SET DATA TYPE varchar(${200 + number});`,
    `CREATE INDEX "${table}_field_${number}_idx" ON "${table}" USING btree ("field_${number}");`,
    `UPDATE "${table}" SET "field_${number}" = 'some';`,
  ].join("--> statement-breakpoint\n");
}
