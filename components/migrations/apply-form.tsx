"use client";
// Client: the plan with the form that applies it, and in its place the run as it goes. Without scripts it is a plain form.
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { ApplyControls } from "@/components/migrations/apply-controls";
import { ApplyOutcome, type RunEnd } from "@/components/migrations/apply-outcome";
import { RunProgress } from "@/components/migrations/run-progress";
import { Notice } from "@/components/ui/notice";
import { type Refusal, sendForLines } from "@/components/ui/send-for-lines";
import { counted } from "@/lib/model/counted";
import { changedSentence, type RunLine } from "@/lib/model/migrations/run";
import {
  advance,
  countOf,
  type PlannedPrefix,
  progressOf,
} from "@/lib/model/migrations/run-progress";

type ApplyFormProps = {
  plan: PlannedPrefix[];
  /** Takes the form and answers line by line, or with a page where no script asks. */
  action: string;
  /** Whose password is asked for; none while the session is confirmed. */
  email?: string | undefined;
  /** Of a form that was sent without scripts. */
  passwordError?: string | undefined;
  /** What is to be read before one decides. */
  children: ReactNode;
};

type Phase =
  | { name: "asking"; refusal?: Refusal; hasChanged?: boolean }
  | { name: "running" }
  | ({ name: "ended" } & RunEnd);

export function ApplyForm({ plan, action, email, passwordError, children }: ApplyFormProps) {
  const [phase, setPhase] = useState<Phase>({ name: "asking" });
  const [progress, setProgress] = useState(() => progressOf(plan));
  const heading = useRef<HTMLHeadingElement>(null);
  const router = useRouter();
  const count = counted(countOf(plan), "migration");

  // What had the focus is gone when the run begins.
  useEffect(() => {
    if (phase.name === "running") heading.current?.focus();
  }, [phase.name]);

  async function apply(form: FormData) {
    const end: RunEnd = { progress: progressOf(plan), startedAt: Date.now() };
    setProgress(end.progress);
    setPhase({ name: "running" });
    try {
      const refusal = await sendForLines<RunLine>(action, { body: form }, (lines) => {
        for (const line of lines) {
          if (line.kind === "stopped") end.stopped = line.sentence;
          else end.progress = advance(end.progress, line);
          if (line.kind === "recorded") end.runId = line.runId;
        }
        setProgress(end.progress);
      });
      if (refusal) return setPhase({ name: "asking", refusal });
    } catch {
      end.isLost = true;
    }
    const hasChanged = end.progress.some(({ state }) => state === "changed");
    if (hasChanged) router.refresh();
    setPhase(hasChanged ? { name: "asking", hasChanged } : { name: "ended", ...end });
  }

  function backToPlan() {
    router.refresh();
    setPhase({ name: "asking" });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void apply(new FormData(event.currentTarget));
  }

  const isAsking = phase.name === "asking";
  const refusal = isAsking ? phase.refusal : undefined;
  const isAboutPassword = refusal?.status === 422;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="plan" className="flex flex-col gap-3">
        <h2 id="plan" ref={heading} tabIndex={-1} className="text-base font-semibold outline-none">
          {isAsking ? "What will run" : phase.name === "running" ? `Applying ${count}` : "What ran"}
        </h2>
        {isAsking && phase.hasChanged && (
          <Notice tone="warning" live title={changedSentence}>
            Nothing was applied. This is what is pending now.
          </Notice>
        )}
        {phase.name === "ended" && <ApplyOutcome {...phase} backToPlan={backToPlan} />}
        <RunProgress prefixes={isAsking ? progressOf(plan) : progress} />
      </section>
      <div hidden={!isAsking} className="flex flex-col gap-8">
        {children}
        <ApplyControls
          plan={plan}
          action={action}
          onSubmit={submit}
          label={`Apply ${count}`}
          email={isAboutPassword ? (email ?? "") : email}
          passwordError={isAboutPassword ? refusal.sentence : refusal ? undefined : passwordError}
          formError={isAboutPassword ? undefined : refusal?.sentence}
        />
      </div>
    </div>
  );
}
