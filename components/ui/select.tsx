// Server or client: the platform's select in our clothes.
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";

export function Select({ className = "", children, ...props }: ComponentProps<"select">) {
  return (
    <span className={`relative inline-flex w-full ${className}`}>
      <select className={`${controlClass} h-8 appearance-none pr-8 pointer-coarse:h-10`} {...props}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
