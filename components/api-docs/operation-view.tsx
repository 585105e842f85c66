// Server or client: one operation of the API: where, with what, what comes of it, and how to call it.
import { FieldList } from "@/components/api-docs/field-list";
import { Badge, type Tone } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import type { ApiAnswer, ApiOperation } from "@/lib/model/api-reference";

const tones: Record<ApiOperation["method"], Tone> = {
  GET: "blue",
  POST: "green",
  PUT: "amber",
  PATCH: "amber",
  DELETE: "red",
};

export function OperationView({ operation }: { operation: ApiOperation }) {
  const { id, method, path, summary, description, parameters, body, answers, example } = operation;
  return (
    <article aria-labelledby={id} className="rounded-md border border-line bg-surface">
      <header className="flex flex-col gap-1 border-b border-line px-4 py-3">
        <h2 id={id} className="text-base font-semibold">
          {summary}
        </h2>
        <p className="flex min-w-0 items-start gap-2">
          <Badge tone={tones[method]} className="font-mono">
            {method}
          </Badge>
          <code className="min-w-0 text-sm wrap-anywhere">{path}</code>
        </p>
        {description && <p className="text-sm text-pretty text-muted">{description}</p>}
      </header>
      <div className="flex flex-col gap-4 px-4 py-3">
        <CodeBlock code={example} label={`call: ${summary}`} />
        {parameters.length > 0 && <FieldList title="Parameters" fields={parameters} />}
        {body.length > 0 && <FieldList title="Body" fields={body} />}
        <Answers answers={answers} />
      </div>
    </article>
  );
}

function Answers({ answers }: { answers: ApiAnswer[] }) {
  return (
    <section>
      <h3 className="text-sm font-medium">Answers</h3>
      <ul className="mt-1 divide-y divide-line border-t border-line text-sm">
        {answers.map(({ status, description, fields }) => (
          <li key={status} className="flex flex-col gap-2 py-1.5">
            <p className="flex items-baseline gap-3">
              <code className="w-10 shrink-0 tabular-nums">{status}</code>
              <span className="min-w-0 text-pretty text-muted">{description}</span>
            </p>
            {fields.length > 0 && (
              <FieldList title={`Fields of ${status}`} fields={fields} isFolded />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
