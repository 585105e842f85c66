// Server or client: one term and its value, stacked, in a row of them.
import type { ReactNode } from "react";

type FactProps = {
  term: string;
  /** Across the whole width of a phone. */
  isWide?: boolean;
  children: ReactNode;
};

export function Fact({ term, isWide = false, children }: FactProps) {
  return (
    <div className={`min-w-0 ${isWide ? "max-sm:col-span-2" : ""}`}>
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
