// Server or client: what changes in a schema, in words, grouped by the table it belongs to.
import { Minus, PenLine, Plus } from "lucide-react";
import type { SchemaChange } from "@/lib/model/migrations/status";

const looks = {
  added: { Icon: Plus, text: "text-green", word: "Added" },
  removed: { Icon: Minus, text: "text-red", word: "Removed" },
  changed: { Icon: PenLine, text: "text-amber", word: "Changed" },
} as const;

export function SchemaChanges({ changes }: { changes: SchemaChange[] }) {
  const tables = new Map<string, SchemaChange[]>();
  for (const change of changes) {
    const table = change.table ?? change.name;
    tables.set(table, [...(tables.get(table) ?? []), change]);
  }
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
      {[...tables].map(([table, list]) => (
        <li key={table} className="px-4 py-2">
          <code className="text-xs text-muted">{table}</code>
          <ul className="mt-0.5 flex flex-col gap-0.5">
            {list.map((change) => (
              <li key={`${change.kind} ${change.name}`} className="flex gap-2">
                <Change change={change} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: SchemaChange }) {
  const { Icon, text, word } = looks[change.change];
  return (
    <>
      <Icon aria-hidden className={`mt-0.5 size-3.5 shrink-0 ${text}`} />
      <span className="min-w-0 wrap-anywhere">
        <span className="sr-only">{word} </span>
        {change.kind} <span className="font-medium">{change.name}</span>{" "}
        <span className="text-muted">
          {change.change === "changed" ? (
            <>
              <s>{change.before || "nothing"}</s> → {change.after || "nothing"}
            </>
          ) : (
            (change.after ?? change.before)
          )}
        </span>
      </span>
    </>
  );
}
