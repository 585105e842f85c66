// Server or client: what is to be known about a setting's value beside the value.
import type { ReactNode } from "react";
import { cutText } from "@/lib/model/cut-text";
import type { Literal } from "@/lib/model/literal";

/** Refused by its declaration: the app reads the default until it is mended. */
export function Invalid({ problem, literal }: { problem: string; literal: Literal }) {
  return (
    <Remark>
      <span className="font-medium text-amber">Stored is what its declaration refuses: </span>
      <Verbatim literal={literal} />. {problem} Until then the app reads the default.
    </Remark>
  );
}

export function Environment({
  name,
  text,
  problem,
  kept,
}: {
  name: string;
  text: string;
  problem?: string;
  kept: Literal | undefined;
}) {
  if (problem) {
    return (
      <Remark>
        <code>{name}</code> is set to <Verbatim literal={text} />, which is passed over. {problem}
      </Remark>
    );
  }
  return (
    <p className="rounded-md border border-blue-line bg-blue-soft px-3 py-2 text-xs">
      <code>{name}</code> sets this to <Verbatim literal={text} />.{" "}
      {kept === undefined ? "What is saved here" : "What is stored"} counts once the variable is
      gone.
    </p>
  );
}

/** @param onTake puts their value into the control */
export function Conflict({ theirs, onTake }: { theirs: Literal; onTake: () => void }) {
  return (
    <Remark>
      {theirs === null ? (
        "Meanwhile it was deleted. Saving again stores it anew."
      ) : (
        <>
          Meanwhile it became <Verbatim literal={theirs} />. Saving again replaces that with what
          stands above.
        </>
      )}
      {theirs !== null && (
        <button type="button" onClick={onTake} className="ml-2 min-h-6 font-medium underline">
          Take theirs
        </button>
      )}
    </Remark>
  );
}

function Remark({ children }: { children: ReactNode }) {
  return (
    <div className="rounded-md border border-amber-line bg-amber-soft px-3 py-2 text-xs wrap-anywhere">
      {children}
    </div>
  );
}

const shownLength = 300;

function Verbatim({ literal }: { literal: Literal }) {
  if (literal === null) return <code>NULL</code>;
  return (
    <code className="whitespace-pre-wrap wrap-anywhere">
      {cutText(literal, shownLength) || '""'}
    </code>
  );
}
