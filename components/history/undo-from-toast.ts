// Client: the Undo of a toast, and what it came to.
import type { UndoAction } from "@/components/history/undo-form";
import { showToast } from "@/components/ui/toast";

/** @param after runs when the answer is there, whatever it is */
export function undoFromToast(
  undo: UndoAction,
  changeId: string,
  after: () => void = () => {},
): { label: string; run: () => void } {
  const run = async () => {
    const form = new FormData();
    form.set("change", changeId);
    const { error, message } = await undo({}, form);
    void showToast(
      error
        ? { message: "Not undone", description: error, tone: "danger" }
        : { message: message ?? "Undone", tone: "success" },
    );
    after();
  };
  return { label: "Undo", run: () => void run() };
}
