"use client";
// Client: the words of a link, which pulse while what it leads to is counted.
import { useLinkStatus } from "next/link";
import type { ReactNode } from "react";

export function LinkLabel({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  return (
    <span
      className={`inline-flex items-center gap-1.5 ${pending ? "animate-shimmer motion-reduce:animate-none" : ""}`}
    >
      {children}
    </span>
  );
}
