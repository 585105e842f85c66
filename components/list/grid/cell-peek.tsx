"use client";
// Client: the whole value of a cell, to be read and copied. Loaded when the first one is opened.
import { useEffect, useId, useState } from "react";
import { fetchCell } from "@/components/list/grid/fetch-cell";
import type { GridCell } from "@/components/list/grid/grid-cell";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { layOut } from "@/lib/model/json-layout";
import type { Literal } from "@/lib/model/literal";

/** Characters that a browser shows without being slow; the rest is only copied. */
const shownLength = 200_000;

export default function CellPeek({ cell, onClose }: { cell: GridCell; onClose: () => void }) {
  const id = useId();
  const [loaded, setLoaded] = useState<{ literal: Literal } | { fault: string } | undefined>(
    Array.isArray(cell.cell) ? undefined : { literal: cell.cell },
  );

  useEffect(() => {
    const dialog = document.getElementById(id);
    if (!(dialog instanceof HTMLDialogElement)) return;
    dialog.addEventListener("close", onClose);
    if (!dialog.open) dialog.showModal();
    return () => dialog.removeEventListener("close", onClose);
  }, [id, onClose]);

  useEffect(() => {
    if (!Array.isArray(cell.cell)) return;
    const request = new AbortController();
    fetchCell(cell, request.signal).then(
      (literal) => setLoaded({ literal }),
      (error: Error) => request.signal.aborted || setLoaded({ fault: error.message }),
    );
    return () => request.abort();
  }, [cell]);

  return (
    <Dialog id={id} title={cell.field.label} description={cell.title} width="lg">
      {!loaded && (
        <div role="status" className="flex flex-col gap-2">
          <span className="sr-only">Loading the value</span>
          <Skeleton className="h-3 w-4/5" />
          <Skeleton className="h-3 w-3/5" />
        </div>
      )}
      {loaded && "fault" in loaded && (
        <Notice live tone="danger" title="The value could not be loaded">
          {loaded.fault}
        </Notice>
      )}
      {loaded && "literal" in loaded && <Value cell={cell} literal={loaded.literal} />}
    </Dialog>
  );
}

function Value({ cell, literal }: { cell: GridCell; literal: Literal }) {
  if (literal === null) return <p className="text-sm text-muted">No value (NULL).</p>;
  if (literal === "") return <p className="text-sm text-muted">An empty text.</p>;
  const isJson = cell.field.kind === "json";
  const isShort = literal.length <= shownLength;
  const shown = isShort ? literal : literal.slice(0, shownLength);
  const length = characters(literal);
  return (
    <>
      <div className="relative rounded-md border border-line bg-sunken">
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          className={`max-h-[60dvh] overflow-auto p-3 pr-12 text-sm wrap-anywhere whitespace-pre-wrap ${cell.field.kind === "text" ? "font-sans" : "font-mono"}`}
        >
          {isJson && isShort ? layOut(shown) : shown}
        </pre>
        <CopyButton text={literal} label="Copy value" className="absolute top-1.5 right-1.5" />
      </div>
      <p className="text-xs text-muted">
        {length.toLocaleString("en")} {length === 1 ? "character" : "characters"}
        {!isShort && `, of which the first ${shownLength.toLocaleString("en")} are shown`}
      </p>
    </>
  );
}

/** As Postgres counts them: what lies beyond the basic plane is one, not two. */
function characters(text: string): number {
  let pairs = 0;
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) pairs++;
  }
  return text.length - pairs;
}
