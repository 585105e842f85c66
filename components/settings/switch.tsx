// Server or client: a checkbox in the form of a switch.
import type { ComponentProps } from "react";

export function Switch({ className = "", ...props }: ComponentProps<"input">) {
  return (
    <span className={`relative inline-flex h-6 items-center ${className}`}>
      <input
        type="checkbox"
        className="peer h-5 w-9 cursor-pointer appearance-none rounded-full bg-control transition-colors checked:bg-accent disabled:cursor-default disabled:opacity-50"
        {...props}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute left-0.5 size-4 rounded-full bg-on-accent transition-transform peer-checked:translate-x-4"
      />
    </span>
  );
}
