"use client";
// Client: the values that a field has, with how often each occurs, to choose from; something else where they are too many.
import { type ReactNode, useEffect, useState } from "react";
import { ChoiceList } from "@/components/list/filter/choice-list";
import type { ValueControlProps } from "@/components/list/filter/value-control";
import { roughly } from "@/lib/model/counted";
import { type Facet, isFacetField, knownValues } from "@/lib/model/facet";
import { factsOf } from "@/lib/model/filter/operators";
import { matchingParams } from "@/lib/model/list-params";
import { resourceHref } from "@/lib/model/resource";

type FacetChoiceProps = ValueControlProps & { otherwise: ReactNode };

export function FacetChoice(props: FacetChoiceProps) {
  const { field, draft, setValues, otherwise } = props;
  const facet = useFacet(props);
  const known = knownValues(field);
  const counts = typeof facet === "object" ? facet : undefined;
  const values = [
    ...(known ?? []),
    ...(counts?.values ?? []).flatMap(([value]) => value ?? []),
    ...(known ? draft.values.filter((value) => value !== "") : []),
  ];
  if (!known && !counts) return otherwise;
  // Statistics do not know every value, and what is not there yet may be asked for too.
  const typed = !known && otherwise;
  const rowsOf = new Map(counts?.values);
  const choices = [...new Set(values)].map((value) => ({
    value,
    label: value === "" ? '""' : value,
    aside: asideOf(counts, rowsOf.get(value)),
  }));
  return (
    <>
      {typed}
      <ChoiceList
        label={`Values of ${field.label.toLowerCase()}`}
        name={`value-of-${field.name}`}
        choices={choices}
        chosen={draft.values}
        isMany={factsOf(draft.operator).takes === "many"}
        setChosen={setValues}
      />
    </>
  );
}

/** What statistics do not name is rare; what was counted and is not there is none. */
function asideOf(facet: Facet | undefined, rows: number | undefined): string | undefined {
  if (!facet) return undefined;
  if (facet.kind === "exact") return (rows ?? 0).toLocaleString("en");
  return rows === undefined ? undefined : `≈ ${roughly(rows)}`;
}

function useFacet({ resource, query, field }: ValueControlProps): Facet | "loading" | undefined {
  const [facet, setFacet] = useState<Facet | "loading" | undefined>(
    isFacetField(field) ? "loading" : undefined,
  );
  useEffect(() => {
    if (!isFacetField(field)) return;
    const request = new AbortController();
    const params = new URLSearchParams({ field: field.name, ...matchingParams(query) });
    fetchFacet(`/api/rows${resourceHref(resource)}/facets?${params}`, request.signal).then(
      (found) => request.signal.aborted || setFacet(found),
    );
    return () => request.abort();
  }, [resource, query, field]);
  return facet;
}

/** Without an answer a value can still be typed. */
async function fetchFacet(href: string, signal: AbortSignal): Promise<Facet | undefined> {
  try {
    const response = await fetch(href, { signal });
    return response.ok ? ((await response.json()) ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
