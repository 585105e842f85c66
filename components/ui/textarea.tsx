// Server or client: a text control that grows with what it holds, up to most of the window.
import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";

/** `mono` for literals: JSON, SQL. `rows` is the height it starts with. */
export type TextareaProps = ComponentProps<"textarea"> & { mono?: boolean };

export function Textarea({ mono = false, className = "", rows = 3, ...props }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      style={{ minHeight: `calc(${rows}lh + 14px)` }}
      className={`${controlClass} field-sizing-content max-h-[60dvh] resize-y py-1.5 ${mono ? "font-mono" : ""} ${className}`}
      {...props}
    />
  );
}
