"use client";
// Client: the words of a link, which pulse while what it leads to is counted.
import { useLinkStatus } from "next/link";
import type { ReactNode } from "react";

export function LinkLabel({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  return (
    <span className={pending ? "animate-shimmer motion-reduce:animate-none" : undefined}>
      {children}
    </span>
  );
}
