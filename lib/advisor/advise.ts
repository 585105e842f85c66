// Server: judges the database by all rules and sets apart what people have accepted.
import "server-only";
import { readAcceptances } from "@/lib/advisor/decisions";
import { readFacts } from "@/lib/advisor/read-facts";
import { judge, rules } from "@/lib/advisor/rules";
import { read } from "@/lib/db/client";
import { type Advice, adviceSeverities, findingKey } from "@/lib/model/advice";

/**
 * Whoever is signed in may read it.
 * @param asked the object of a reference whose orphans are counted at leisure
 */
export async function advise(asked?: string): Promise<Advice> {
  const [facts, acceptances] = await Promise.all([readFacts(asked), read(readAcceptances)]);
  const found = judge(facts).map((finding) => ({
    finding,
    acceptance: acceptances.get(findingKey(finding)),
  }));
  const findings = found.flatMap(({ finding, acceptance }) => (acceptance ? [] : [finding]));
  const rankOf = ({ prefix }: { prefix: string }) => {
    const worst = findings.find((finding) => finding.prefix === prefix)?.severity;
    return worst ? adviceSeverities.indexOf(worst) : adviceSeverities.length;
  };
  return {
    prefixes: facts.prefixes
      .map(({ prefix, label, tables }) => ({ prefix, label, tables: tables.length }))
      .sort((a, b) => rankOf(a) - rankOf(b)),
    locked: facts.locked,
    rules: rules.map(({ id, title, why }) => ({ id, title, why })),
    findings,
    accepted: found.flatMap(({ finding, acceptance }) =>
      acceptance ? [{ finding, acceptance }] : [],
    ),
  };
}
