// Pure: which table a name means at each step of a batch that makes and renames tables.
import type { LiveFacts, TableSize } from "@/lib/model/migrations/lock-receipt";
import type { Statement, TableRef } from "@/lib/model/migrations/sql";

export type NamesAtStep = {
  /** The table's name in the live database, whatever the batch has renamed it to. */
  nameOf: (table: TableRef) => string;
  /** The batch made it before this step. */
  isNew: (table: string) => boolean;
};

export class TableNames {
  readonly #sizes: Map<string, TableSize>;
  readonly #schemas: string[];
  /** The step that made a table. */
  readonly #madeAt = new Map<string, number>();
  /** A renamed table's new name, the step that gave it, and its name in the live database. */
  readonly #renamed = new Map<string, { at: number; name: string }>();
  #step = 0;

  constructor({ sizes, searchPath }: LiveFacts) {
    this.#sizes = new Map(sizes.map((size) => [size.table, size]));
    this.#schemas = searchPath.filter((schema) => !schema.startsWith("pg_"));
  }

  sizeOf(table: string): TableSize | undefined {
    return this.#sizes.get(table);
  }

  /** What names mean before the next statement. */
  next(): NamesAtStep {
    this.#step += 1;
    const step = this.#step;
    const isNew = (table: string) => (this.#madeAt.get(table) ?? step) < step;
    const liveName = (name: string) => {
      const rename = this.#renamed.get(name);
      return rename && rename.at < step ? rename.name : undefined;
    };
    const exists = (name: string) =>
      this.#sizes.has(name) || isNew(name) || liveName(name) !== undefined;
    return {
      isNew,
      nameOf: ({ schema, name }) => {
        const schemas = schema === null ? this.#schemas : [schema];
        const names = schemas.map((each) => `${each}.${name}`);
        const meant = names.find(exists) ?? names[0] ?? `public.${name}`;
        return liveName(meant) ?? meant;
      },
    };
  }

  /** What the statement of the last step makes and renames. */
  learn({ kind, makes, drops, isConditional }: Statement, { nameOf, isNew }: NamesAtStep): void {
    const made = makes.filter(isRelation).map(nameOf);
    const [from] = drops.filter(isRelation).map(nameOf);
    const [to] = made;
    const isMove = kind.startsWith("Rename") || kind === "Set schema";
    if (isMove && from !== undefined && to !== undefined) {
      if (isNew(from)) this.#make(to);
      else this.#renamed.set(to, { at: this.#step, name: from });
      return;
    }
    for (const table of made) {
      if (!isConditional || !this.#sizes.has(table)) this.#make(table);
    }
  }

  #make(table: string): void {
    if (!this.#madeAt.has(table)) this.#madeAt.set(table, this.#step);
  }
}

export function isRelation({ kind }: { kind: string }): boolean {
  return kind === "table" || kind === "view";
}
