// Client: undoes what an act on many records did, and says in a corner what came of it.
import { sendForLines } from "@/components/ui/send-for-lines";
import { showToast } from "@/components/ui/toast";
import type { BulkEnd, BulkLine } from "@/lib/model/bulk";
import { counted } from "@/lib/model/counted";

/** @param after runs when the answer is there, whatever it is */
export async function undoGroup(group: string, singular: string, after: () => void): Promise<void> {
  let [changed, failed] = [0, 0];
  let end: BulkEnd | undefined;
  let problem: string | undefined;
  try {
    const refusal = await sendForLines<BulkLine>(`/api/undo/${group}`, {}, (lines) => {
      for (const line of lines) {
        if (line.kind === "progress") [changed, failed] = [line.changed, line.failed];
        if (line.kind === "ended") end = line;
      }
    });
    problem = refusal?.sentence;
  } catch {
    problem =
      "The connection was lost. The history tells how far it came; Undo again goes on there.";
  }
  if (end && "sentence" in end) problem = end.sentence;
  const left = `${counted(failed, singular)} changed again since and stayed as they are.`;
  await showToast({
    message: `${counted(changed, singular)} undone`,
    tone: problem ? "danger" : failed > 0 ? "warning" : "success",
    ...(problem ? { description: problem } : failed > 0 && { description: left }),
  });
  after();
}
