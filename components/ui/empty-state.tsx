// Server or client: what a list or panel shows when there is nothing: what this is, what to do first.
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, children, actions, className = "" }: EmptyStateProps) {
  return (
    <div
      className={`mx-auto flex max-w-[400px] flex-col items-center px-4 py-16 text-center ${className}`}
    >
      {icon && (
        <div
          aria-hidden
          className="mb-4 grid size-10 place-items-center rounded-lg border border-line bg-surface text-muted [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <h2 className="text-base font-semibold text-balance">{title}</h2>
      {children && <div className="mt-1 text-sm text-pretty text-muted">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
