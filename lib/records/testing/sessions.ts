// Test support: coaching sessions, as the app declares them.
import { randomUUID } from "node:crypto";
import type { Literals } from "@/lib/model/literal";
import { createRecord } from "@/lib/records/create";
import { testActor } from "@/lib/records/testing/actors";
import { succeeded } from "@/lib/records/testing/tables";
import { findResource, type Registered } from "@/lib/resources/registry";

export async function sessionsTable(): Promise<Registered> {
  const sessions = await findResource("sessions");
  if (!sessions) throw new Error("There is no list of sessions.");
  return sessions;
}

export function sessionLiterals(values: Literals = {}): Literals {
  return { userId: randomUUID(), sessionType: "life", ...values };
}

/** @returns the new session's id */
export async function addSession(values: Literals = {}): Promise<string> {
  const table = await sessionsTable();
  return succeeded(await createRecord(testActor("editor"), table, sessionLiterals(values))).id;
}
