// Server or client: narrows the findings down, by a plain form that ends in the address.
import { Search } from "lucide-react";
import { severityWords } from "@/components/advisor/severity-words";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { type Advice, adviceSeverities } from "@/lib/model/advice";
import { type AdviceFilter, isFiltered, unprefixed } from "@/lib/model/advice-filter";

type FilterFormProps = { advice: Advice; filter: AdviceFilter };

export function FilterForm({
  advice: { prefixes, rules, findings, accepted },
  filter,
}: FilterFormProps) {
  const all = [...findings, ...accepted.map(({ finding }) => finding)];
  const hasStrays = all.some(({ prefix }) => prefix === null);
  const prefix = filter.prefix === null ? unprefixed : (filter.prefix ?? "");
  return (
    <search aria-label="Findings">
      {/* A filter that the address tells replaces what was typed and chosen. */}
      <form
        key={JSON.stringify(filter)}
        action="/schema"
        className="grid gap-2 sm:grid-cols-[repeat(3,minmax(0,1fr))_minmax(0,1.4fr)_auto]"
      >
        <Select name="prefix" aria-label="Prefix" defaultValue={prefix}>
          <option value="">All prefixes</option>
          {prefixes.map((each) => (
            <option key={each.prefix} value={each.prefix}>
              {each.prefix}
            </option>
          ))}
          {hasStrays && <option value={unprefixed}>Without a prefix</option>}
        </Select>
        <Select name="severity" aria-label="Severity" defaultValue={filter.severity ?? ""}>
          <option value="">All severities</option>
          {adviceSeverities.map((severity) => (
            <option key={severity} value={severity}>
              {severityWords[severity]}
            </option>
          ))}
        </Select>
        <Select name="rule" aria-label="Rule" defaultValue={filter.rule ?? ""}>
          <option value="">All rules</option>
          {rules
            .filter(({ id }) => id === filter.rule || all.some(({ rule }) => rule === id))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </Select>
        <Input
          type="search"
          name="q"
          aria-label="Table, column or words"
          placeholder="Table, column or words"
          defaultValue={filter.text}
          maxLength={200}
        />
        <div className="flex gap-2">
          <Button type="submit">
            <Search aria-hidden />
            Filter
          </Button>
          {isFiltered(filter) && (
            <LinkButton href="/schema" variant="ghost">
              Clear
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  );
}
