"use client";
// Client: a fault outside the shell, or in the shell itself.
import { Fault, type FaultProps } from "@/components/shell/fault";

export default function ErrorPage(props: FaultProps) {
  return (
    <main>
      <Fault {...props} />
    </main>
  );
}
