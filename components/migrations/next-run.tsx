// Server or client: what drizzle's migrators would do next, side by side, played through before anyone runs them.
import { CircleCheck, CirclePlay, CircleX, OctagonX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { counted } from "@/lib/model/counted";
import type { SimulatedStep, Simulation } from "@/lib/model/migrations/simulation";

const looks = {
  runs: { tone: "blue", Icon: CirclePlay },
  "nothing to do": { tone: "neutral", Icon: CircleCheck },
  fails: { tone: "red", Icon: CircleX },
  refuses: { tone: "red", Icon: OctagonX },
} as const;

type NextRunProps = { simulations: Simulation[]; title?: string };

export function NextRun({ simulations, title = "What the next run would do" }: NextRunProps) {
  if (simulations.length === 0) return null;
  return (
    <section aria-labelledby="next-run">
      <h2 id="next-run" className="mb-2 text-base font-semibold">
        {title}
      </h2>
      <div className="grid gap-3 lg:grid-cols-2">
        {simulations.map((simulation) => (
          <Played key={`${simulation.prefix} ${simulation.tool}`} simulation={simulation} />
        ))}
      </div>
    </section>
  );
}

function Played({ simulation }: { simulation: Simulation }) {
  const { prefix, tool, outcome, sentence, reads, steps, passesOver } = simulation;
  const { tone, Icon } = looks[outcome];
  return (
    <article className="min-w-0 rounded-md border border-line bg-surface text-sm">
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2.5">
        <h3 className="font-medium">
          {tool} <code className="font-normal text-muted">{prefix}</code>
        </h3>
        <Badge tone={tone} icon={<Icon aria-hidden />}>
          {outcome}
        </Badge>
      </header>
      <div className="flex flex-col gap-3 px-4 py-3">
        <p className="text-pretty wrap-anywhere">{sentence}</p>
        <p className="rounded-sm bg-sunken px-2 py-1 font-mono text-xs wrap-anywhere text-muted">
          {reads}
        </p>
        {passesOver.length > 0 && (
          <ul className="flex flex-col gap-1">
            {passesOver.map(({ tag, why }) => (
              <li key={tag} className="wrap-anywhere">
                <span className="text-muted line-through">{tag}</span>{" "}
                <span className="text-muted">never runs: {why}</span>
              </li>
            ))}
          </ul>
        )}
        {steps.length > 0 && (
          <ol className="flex flex-col gap-2">
            {steps.map((step) => (
              <Step key={`${step.tag} ${step.statements.length}`} step={step} />
            ))}
          </ol>
        )}
      </div>
    </article>
  );
}

const openUpTo = 6;

function Step({ step }: { step: SimulatedStep }) {
  const { tag, isRepeated, statements } = step;
  return (
    <li>
      <details open={statements.length <= openUpTo} className="group">
        <summary className="cursor-pointer rounded-sm wrap-anywhere hover:bg-hover">
          <span className="font-medium">{tag ?? "The ledger itself"}</span>{" "}
          <span className="text-muted">{counted(statements.length, "statement")}</span>
          {isRepeated && <span className="text-red"> · a second time</span>}
        </summary>
        <ol className="mt-1 flex flex-col gap-0.5 border-l border-line pl-3 text-xs text-muted">
          {statements.map(({ summary, line }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: statements repeat and never move.
            <li key={index} className="wrap-anywhere">
              {line !== null && <span className="mr-2 text-faint tabular-nums">{line}</span>}
              {summary}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
