import { createSetupToken, createOwner } from "@/lib/auth/setup";
import { closePool } from "@/lib/db/client";
if (process.argv[2] === "token") console.log(await createSetupToken());
else console.log(await createOwner({ email: "owner@example.com", name: "Ada Lovelace", password: "correct horse battery" }));
await closePool();
