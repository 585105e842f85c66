// Test support: people who act on records.
import type { Actor, Role } from "@/lib/model/actor";

export function testActor(role: Role = "owner"): Actor {
  return { id: `id-of-${role}`, name: `The ${role}`, email: `${role}@example.com`, role };
}
