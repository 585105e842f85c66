// Test: a person who can sign in, written straight into the tables.
import { randomUUID } from "node:crypto";
import { hashPassword, storePassword } from "@/lib/auth/passwords";
import { write } from "@/lib/db/client";
import type { Actor, Role } from "@/lib/model/actor";
import { adminUsers } from "@/lib/store/schema";

export const password = "correct horse battery";

export async function addPerson(role: Role): Promise<Actor> {
  const id = randomUUID();
  const actor = { id, name: `The ${role}`, email: `${role}-${id}@example.com`, role };
  const passwordHash = await hashPassword(password);
  await write(async (tx) => {
    await tx.insert(adminUsers).values(actor);
    await storePassword(tx, id, passwordHash);
  });
  return actor;
}
