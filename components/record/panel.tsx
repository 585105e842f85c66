// Server or client: one panel beside a record's form.
import type { ReactNode } from "react";

type PanelProps = { id: string; title: string; aside?: ReactNode; children: ReactNode };

export function Panel({ id, title, aside, children }: PanelProps) {
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 rounded-lg border border-line bg-surface px-3.5 py-3"
    >
      <header className="mb-2 flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-xs font-medium text-muted">
          {title}
        </h2>
        {aside && <div className="text-xs text-muted">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
