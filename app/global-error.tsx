"use client";
// Client: a fault in the root layout, which this replaces; it follows the system's theme.
import { Fault, type FaultProps } from "@/components/shell/fault";
import "./globals.css";

export default function GlobalError(props: FaultProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown</title>
        <main>
          <Fault {...props} />
        </main>
      </body>
    </html>
  );
}
