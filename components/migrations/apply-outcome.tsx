// Client: how a run ended, in one sentence, and the way on.
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import { counted } from "@/lib/model/counted";
import { durationText, outcomeSentences } from "@/lib/model/migrations/run";
import type { PrefixProgress } from "@/lib/model/migrations/run-progress";

export type RunEnd = {
  progress: PrefixProgress[];
  /** By the browser's clock, in ms. */
  startedAt: number;
  /** Under which it is in the list of runs. */
  runId?: string;
  /** Why the server gave up. */
  stopped?: string;
  /** The connection broke before the end was told. */
  isLost?: boolean;
};

type ApplyOutcomeProps = RunEnd & { backToPlan: () => void };

export function ApplyOutcome({ backToPlan, ...end }: ApplyOutcomeProps) {
  const { tone, title, more } = wordsFor(end);
  return (
    <Notice
      tone={tone}
      live
      title={title}
      actions={
        <>
          {tone === "danger" && (
            <Button size="sm" onClick={backToPlan}>
              Back to the plan
            </Button>
          )}
          <LinkButton
            size="sm"
            href={end.runId ? `/migrations?run=${end.runId}#runs` : "/migrations"}
            prefetch={false}
          >
            See the status
          </LinkButton>
        </>
      }
    >
      {more}
    </Notice>
  );
}

type Words = { tone: NoticeTone; title: string; more?: string };

function wordsFor({ progress, startedAt, stopped, isLost }: RunEnd): Words {
  const done = progress.flatMap(({ migrations }) => migrations).filter(isApplied).length;
  const before = done > 0 ? `${counted(done, "migration")} applied before.` : undefined;
  const broken = progress.find(({ state }) => state === "failed" || state === "refused");
  if (stopped) return { tone: "danger", title: stopped, ...(before && { more: before }) };
  if (isLost) {
    return {
      tone: "warning",
      title: "The connection to the server was lost",
      more: "The run goes on as long as the server does. Look at the status before you try again.",
    };
  }
  if (broken) {
    const fate =
      broken.state === "refused"
        ? "Nothing was applied."
        : outcomeSentences[broken.failed?.outcome ?? "unknown"];
    const title = `${broken.prefix} ${broken.state === "refused" ? "was refused" : "failed"}`;
    return { tone: "danger", title: `${title}. ${fate}`, ...(before && { more: before }) };
  }
  if (done === 0) {
    return { tone: "info", title: "Nothing to do", more: "Another run has applied them already." };
  }
  const took = durationText(Date.now() - startedAt);
  return { tone: "success", title: `${counted(done, "migration")} applied in ${took}` };
}

function isApplied({ state }: PrefixProgress["migrations"][number]): boolean {
  return state === "applied";
}
