"use client";
// Client: the button that starts a check, and how far it is. Without scripts it is a plain form.
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { RunElapsed } from "@/components/migrations/run-elapsed";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { sendForLines } from "@/components/ui/send-for-lines";
import { Spinner } from "@/components/ui/spinner";
import type { DriftEvent, DriftProgress } from "@/lib/model/migrations/drift";

type DriftCheckFormProps = {
  /** Answers line by line, or with the page where no script asks. */
  action: string;
  label: string;
};

type Phase =
  | { name: "idle" }
  | { name: "running"; progress?: DriftProgress }
  | { name: "failed"; reason: string };

export function DriftCheckForm({ action, label }: DriftCheckFormProps) {
  const [phase, setPhase] = useState<Phase>({ name: "idle" });
  const router = useRouter();
  const isRunning = phase.name === "running";

  async function check(form: FormData) {
    setPhase({ name: "running" });
    let reason: string | undefined = lost;
    try {
      const refusal = await sendForLines<DriftEvent>(action, { body: form }, (events) => {
        for (const event of events) {
          if (event.kind === "progress") setPhase({ name: "running", progress: event });
          if (event.kind === "done") reason = undefined;
          if (event.kind === "failed") reason = event.reason;
        }
      });
      if (refusal) reason = refusal.sentence;
    } catch {
      // The connection was lost, which is what `reason` says.
    }
    setPhase(reason === undefined ? { name: "idle" } : { name: "failed", reason });
    if (reason === undefined) router.refresh();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!isRunning) void check(new FormData(event.currentTarget));
  }

  return (
    <form
      method="post"
      action={action}
      onSubmit={submit}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm"
    >
      <Button type="submit" variant="primary" aria-disabled={isRunning || undefined}>
        {isRunning ? <Spinner label="Checking" /> : null}
        {label}
      </Button>
      <p role="status" className="min-w-0 text-muted">
        {isRunning && progressWords(phase.progress)}
      </p>
      {isRunning && (
        <span className="-ml-4 text-muted">
          <RunElapsed />
        </span>
      )}
      {phase.name === "failed" && (
        <Notice tone="danger" live title="The check did not finish" className="w-full">
          {phase.reason}
        </Notice>
      )}
    </form>
  );
}

const lost =
  "The connection was lost. The check goes on in the server: load this page again in a few seconds.";

function progressWords(progress: DriftProgress | undefined): string {
  switch (progress?.stage) {
    case "replaying":
      return `Replaying ${progress.prefix} ${progress.done + 1} of ${progress.total}`;
    case "starting":
      return "Starting an empty database in memory";
    case "comparing":
      return "Comparing";
    default:
      return "Reading the database";
  }
}
