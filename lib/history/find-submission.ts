// Server: what came of a submission, if it was ever written.
import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/lib/db/client";
import { adminChanges } from "@/lib/store/schema";

export async function isSubmitted(submissionId: string): Promise<boolean> {
  const found = await read((tx) =>
    tx
      .select({ id: adminChanges.id })
      .from(adminChanges)
      .where(eq(adminChanges.submissionId, submissionId)),
  );
  return found.length > 0;
}
