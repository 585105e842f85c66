// Server or client: a control of a toolbar under its small label.
import type { ReactNode } from "react";

export function Labelled(props: {
  id: string;
  label: string;
  className: string;
  children: ReactNode;
}) {
  const { id, label, className, children } = props;
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      {children}
    </div>
  );
}
