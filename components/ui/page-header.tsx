// Server or client: a page's first line: breadcrumb, title, quiet count, actions at the right.
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** Beside the title, quiet: "1,284" or "about 1.2 million". */
  count?: ReactNode;
  /** One line under the title. */
  description?: ReactNode;
  /** A Breadcrumb. */
  breadcrumb?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, count, description, breadcrumb, actions }: PageHeaderProps) {
  return (
    <header className="px-4 pt-4 pb-3 md:px-6">
      {breadcrumb}
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 items-baseline gap-2.5">
          <h1 className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {count && <span className="shrink-0 text-sm text-muted">{count}</span>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {description && (
        <p className="mt-1 max-w-[72ch] text-sm text-pretty text-muted">{description}</p>
      )}
    </header>
  );
}
