// Server: what came of a form that was sent without scripts, as the address tells it.
import { CodeBlock } from "@/components/ui/code-block";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import { findRun } from "@/lib/migrations/run/list-runs";
import { changedSentence } from "@/lib/model/migrations/run";

type LastRunProps = Record<"run" | "problem", string | string[] | undefined>;

export async function LastRun({ run: id, problem }: LastRunProps) {
  const run = typeof id === "string" ? await findRun(id) : undefined;
  if (run?.failure) {
    return (
      <Notice tone="danger" title={`${run.prefix} failed`}>
        <CodeBlock code={run.failure} label="What was said" className="mt-2" />
      </Notice>
    );
  }
  const said = typeof problem === "string" ? problems[problem] : undefined;
  return said ? <Notice tone={said.tone} title={said.title} /> : null;
}

const problems: Record<string, { tone: NoticeTone; title: string }> = {
  changed: { tone: "warning", title: `${changedSentence} Nothing was applied.` },
  attempts: { tone: "danger", title: "Too many attempts. Try again in 15 minutes." },
  refused: { tone: "danger", title: "The run was refused. Nothing more was applied." },
  stopped: {
    tone: "danger",
    title: "The run stopped. Look at the status before you try again.",
  },
  done: { tone: "info", title: "Nothing to do: another run has applied them already." },
};
