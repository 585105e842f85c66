// Server or client: a one-line text control.
import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";

/** `mono` for literals: ids, numbers, hashes. */
export type InputProps = ComponentProps<"input"> & { mono?: boolean };

export function Input({ mono = false, className = "", ...props }: InputProps) {
  return (
    <input
      className={`${controlClass} h-8 pointer-coarse:h-10 ${mono ? "font-mono" : ""} ${className}`}
      autoComplete="off"
      {...props}
    />
  );
}
