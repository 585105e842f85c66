// Pure: what keeps the pending migrations from running, by the migration it stands in.
import type { Facts } from "@/lib/migrations/facts";
import { blockersOf } from "@/lib/migrations/sql/lint";
import type { BatchItem, LintFinding, LiveFacts } from "@/lib/model/migrations/lock-receipt";
import type { ObjectRef, Statement } from "@/lib/model/migrations/sql";
import type { Finding } from "@/lib/model/migrations/status";

type Pending = { tag: string; statements: Statement[] };

export function judgeBatch(
  pending: Pending[],
  { source, catalog, before }: Facts,
): Map<string, Finding[]> {
  const batch = pending.map(
    ({ tag, statements }): BatchItem => ({ prefix: source.prefix, tag, statements }),
  );
  const now = blockersOf(batch, catalog.live);
  const promised = before.flatMap(({ makes }) => makes);
  const later = new Set(
    blockersOf(batch, afterwards(catalog.live, promised)).map(({ headline }) => headline),
  );

  const found = new Map<string, Finding[]>();
  for (const blocker of now) {
    const behind = later.has(blocker.headline) ? [] : before.map(({ prefix }) => prefix);
    const [first] = blocker.where;
    if (!first) continue;
    const finding = behind.length > 0 ? waitsFor(behind, blocker) : blocked(blocker);
    found.set(first.tag, [...(found.get(first.tag) ?? []), finding]);
  }
  return found;
}

/** As if the prefixes before this one were up to date. */
function afterwards(live: LiveFacts, makes: ObjectRef[]): LiveFacts {
  const named = (kind: ObjectRef["kind"]) => makes.filter((object) => object.kind === kind);
  const sizes = [...named("table"), ...named("view")].map(({ schema, name }) => ({
    table: `${schema ?? "public"}.${name}`,
    rows: 0,
    bytes: 0,
  }));
  return {
    ...live,
    sizes: [...live.sizes, ...sizes],
    schemas: [...live.schemas, ...named("schema").map(({ name }) => name)],
    extensions: [...live.extensions, ...named("extension").map(({ name }) => name)],
  };
}

function blocked({ headline, sentence, remedy, code, where }: LintFinding): Finding {
  return {
    state: "blocked",
    severity: "critical",
    headline,
    sentence,
    evidence: where.map(({ tag, line, summary }) => ({
      label: `${tag}, line ${line}`,
      value: summary,
    })),
    remedy,
    ...(code !== undefined && { code }),
    blocks: true,
  };
}

/** Applying all prefixes in their order gets there by itself. */
function waitsFor(prefixes: string[], blocker: LintFinding): Finding {
  return {
    ...blocked(blocker),
    headline: `${prefixes.join(" and ")} must be migrated first`,
    sentence: `${blocker.headline}: a pending migration of an earlier prefix makes what is lacking.`,
    remedy: "Apply the prefixes in their order:",
    code: "npm run migrate:all",
    blocks: false,
  };
}
