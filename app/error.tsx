"use client";
// Client: a fault outside the shell, or in the shell itself.
import type { FaultProps } from "@/components/shell/fault";
import { FaultWhenNeeded } from "@/components/shell/fault-when-needed";

export default function ErrorPage(props: FaultProps) {
  return (
    <main>
      <FaultWhenNeeded {...props} />
    </main>
  );
}
