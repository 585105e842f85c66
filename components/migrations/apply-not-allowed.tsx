// Server or client: the plan where the page may not apply it: what would allow it, and the commands of a terminal.
import { RunProgress } from "@/components/migrations/run-progress";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { type PlannedPrefix, progressOf } from "@/lib/model/migrations/run-progress";
import type { PrefixStatus } from "@/lib/model/migrations/status";

type ApplyNotAllowedProps = { statuses: PrefixStatus[]; plan: PlannedPrefix[] };

export function ApplyNotAllowed({ statuses, plan }: ApplyNotAllowedProps) {
  const commands = statuses
    .filter(({ prefix }) => plan.some((planned) => planned.prefix === prefix))
    .map(({ script }) => `npm run ${script}`);
  return (
    <>
      <Notice tone="info" title="Migrations are applied from a terminal here">
        In production this page applies them only where the server runs with{" "}
        <code>ADMIN_ALLOW_MIGRATE=true</code>.
      </Notice>
      <CodeBlock code={commands.join("\n")} label="Commands that apply them" />
      <section aria-labelledby="plan" className="flex flex-col gap-3">
        <h2 id="plan" className="text-base font-semibold">
          What will run
        </h2>
        <RunProgress prefixes={progressOf(plan)} />
      </section>
    </>
  );
}
