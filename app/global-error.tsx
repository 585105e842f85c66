"use client";
// Client: a fault in the root layout, which this replaces; it follows the system's theme.
import type { FaultProps } from "@/components/shell/fault";
import { FaultWhenNeeded } from "@/components/shell/fault-when-needed";
import "./globals.css";

export default function GlobalError(props: FaultProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown</title>
        <main>
          <FaultWhenNeeded {...props} />
        </main>
      </body>
    </html>
  );
}
