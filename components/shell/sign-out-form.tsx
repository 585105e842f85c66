"use client";
// Client: ends the session, and leaves nothing of it in this browser.
import type { ReactNode } from "react";
import { forgetRecent } from "@/components/palette/recent";

type SignOutFormProps = { signOut: () => Promise<void>; children: ReactNode };

export function SignOutForm({ signOut, children }: SignOutFormProps) {
  return (
    <form action={signOut} onSubmit={forgetRecent}>
      {children}
    </form>
  );
}
