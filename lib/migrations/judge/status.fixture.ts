// Tests: what a status says, found by its state.
import { expect } from "vitest";
import type { Finding, PrefixStatus } from "@/lib/model/migrations/status";

export function states(status: PrefixStatus) {
  return status.migrations.map(({ state }) => state);
}

/** The finding with `state`, wherever it is. */
export function finding(status: PrefixStatus, state: Finding["state"]): Finding {
  const all = [...status.findings, ...status.migrations.flatMap(({ findings }) => findings)];
  const found = all.filter((each) => each.state === state);
  expect(found.map(({ headline }) => headline)).toHaveLength(1);
  return found[0] as Finding;
}

export function evidence({ evidence }: Finding) {
  return Object.fromEntries(evidence.map(({ label, value }) => [label, value]));
}
