// Server or client: why a run failed: the statement with a mark at the place, what Postgres said, what became of it.
import type { ReactNode } from "react";
import { outcomeSentences, type RunEvent } from "@/lib/model/migrations/run";
import { excerptOf, placeOf } from "@/lib/model/migrations/statement-excerpt";

export function RunFailure({ failed }: { failed: Extract<RunEvent, { kind: "failed" }> }) {
  const { failure, reason, outcome } = failed;
  if (!failure) return <Said reason={reason} outcome={outcomeSentences[outcome]} />;
  const { tag, statement, index, total, code, message, detail, hint, position } = failure;
  const place = position ? placeOf(statement, position) : undefined;
  return (
    <div className="flex min-w-0 flex-col gap-2 text-sm wrap-anywhere">
      <p>
        <code>{tag}</code>, statement {index} of {total}:
      </p>
      <section
        aria-label="The statement that failed"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-line bg-sunken"
      >
        <pre className="w-max min-w-full px-3 py-2 font-mono text-xs leading-5">
          {excerptOf(statement, position).join("\n")}
        </pre>
      </section>
      <Said
        reason={`${message}${place ? ` (line ${place.line}, column ${place.column})` : ""}`}
        outcome={outcomeSentences[outcome]}
      >
        <dl className="grid gap-x-4 gap-y-0.5 text-xs sm:grid-cols-[max-content_1fr]">
          <Part term="SQLSTATE" text={code} />
          <Part term="Detail" text={detail} />
          <Part term="Hint" text={hint} />
        </dl>
      </Said>
    </div>
  );
}

type SaidProps = { reason: string; outcome: string; children?: ReactNode };

function Said({ reason, outcome, children }: SaidProps) {
  return (
    <>
      <p className="font-medium text-red">{reason}</p>
      {children}
      <p className="font-medium">{outcome}</p>
    </>
  );
}

function Part({ term, text }: { term: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <div className="contents">
      <dt className="text-muted">{term}</dt>
      <dd className="font-mono">{text}</dd>
    </div>
  );
}
