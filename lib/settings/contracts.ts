// Pure: which table's rows are held to which contract. A table without one has settings that nobody declared.
import type { PgTable } from "drizzle-orm/pg-core";
import { appSettings } from "@/lib/db/schema";
import type { Contract } from "@/lib/model/settings/contract";
import { contract } from "@/lib/settings/contract";

const contracts = new Map<PgTable, Contract>([[appSettings, contract]]);

export function contractOf(table: PgTable): Contract {
  return contracts.get(table) ?? {};
}
