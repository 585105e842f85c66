// Server: what a saved view may be called and hold; names and definitions come from outside.
import "server-only";
import { definitionText, parseListParams } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import { maxNameLength, paramsOf, type ViewFacts } from "@/lib/model/saved-views";

const maxDefinitionLength = 8_000;

type Checked = { facts: Partial<ViewFacts>; errors: Record<string, string> };

/** The facts as they are stored: a trimmed name, the definition in the one form that says it. */
export function checkView(resource: Resource, given: Partial<ViewFacts>): Checked {
  const facts = { ...given };
  const errors: Record<string, string> = {};
  if (given.name !== undefined) {
    facts.name = given.name.trim();
    if (!isName(facts.name)) errors.name = `Give it a name of 1 to ${maxNameLength} characters.`;
  }
  if (given.definition !== undefined) {
    const { query, notices } = parseListParams(resource, paramsOf(given.definition));
    facts.definition = definitionText(resource, query);
    if (notices.length > 0) errors.definition = notices.join(" ");
    else if (facts.definition.length > maxDefinitionLength)
      errors.definition = "This is too much for a saved view. Take some filters or columns out.";
  }
  return { facts, errors };
}

function isName(text: string): boolean {
  return text.length > 0 && [...text].length <= maxNameLength && !/\p{Cc}|\p{Cs}/u.test(text);
}
