// Server or client: one panel beside a record's form.
import type { ReactNode } from "react";

type PanelProps = { title: string; aside?: ReactNode; children: ReactNode };

export function Panel({ title, aside, children }: PanelProps) {
  return (
    <section
      // No name of its own: the field of the form beside it has it.
      className="min-w-0 rounded-lg border border-line bg-surface px-3.5 py-3"
    >
      <header className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="text-xs font-medium text-muted">{title}</h2>
        {aside && <div className="text-xs text-muted">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
