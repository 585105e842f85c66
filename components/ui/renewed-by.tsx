"use client";
// Client: a subtree that begins anew, its state forgotten, when `version` changes.
import { Fragment, type ReactNode, useState } from "react";

type RenewedByProps = { version: string; children: ReactNode };

/**
 * What `key={version}` does in a browser. On the server it is always the same: a form that was sent without any script
 * is answered by a page of another version perhaps, and React finds its state again only under the same key.
 */
export function RenewedBy({ version, children }: RenewedByProps) {
  const [shown, show] = useState({ version, renewals: 0 });
  if (shown.version !== version) show({ version, renewals: shown.renewals + 1 });
  return <Fragment key={shown.renewals}>{children}</Fragment>;
}
