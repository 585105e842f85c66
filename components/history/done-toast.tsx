"use client";
// Client: says what was just done, with the way back, and takes the mark out of the address.
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import type { UndoAction } from "@/components/history/undo-form";
import { undoFromToast } from "@/components/history/undo-from-toast";
import { showToast } from "@/components/ui/toast";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";

type DoneToastProps = {
  message: string;
  /** The change that Undo undoes; without it there is nothing to undo. */
  changeId?: string;
  undo: UndoAction;
  /** The same words for where no script runs. */
  children: ReactNode;
};

export function DoneToast({ message, changeId, undo, children }: DoneToastProps) {
  const router = useRouter();
  const shown = useRef<string>(undefined);

  useEffect(() => {
    const mark = changeId ?? message;
    if (shown.current === mark) return;
    shown.current = mark;
    const address = new URL(window.location.href);
    address.searchParams.delete("did");
    window.history.replaceState(null, "", address);
    void showToast({
      message,
      tone: changeId ? "success" : "info",
      ...(changeId && { action: undoFromToast(undo, changeId, () => router.refresh()) }),
    });
  }, [message, changeId, undo, router]);

  return useIsHydrated() ? null : children;
}
