"use client";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
export function Toasts() {
  return (
    <div className="flex gap-2">
      <Button onClick={() => showToast({ message: "3 sessions deleted", action: { label: "Undo", run() {} } })}>Toast</Button>
      <Button onClick={() => showToast({ message: "Not saved", description: "Maria changed the status to completed meanwhile.", tone: "danger" })}>Error toast</Button>
    </div>
  );
}
