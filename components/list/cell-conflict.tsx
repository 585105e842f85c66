"use client";
// Client: two people changed the same cell: what the other one wrote, and the choice between the two.
import { Button } from "@/components/ui/button";
import { type Literal, shownLiteral } from "@/lib/model/literal";

type CellConflictProps = { theirs: Literal; onTake: () => void };

/** Overwriting is the submit of the form that this stands in. */
export function CellConflict({ theirs, onTake }: CellConflictProps) {
  return (
    <div className="flex flex-col gap-2 rounded-sm border border-amber-line bg-amber-soft px-2 py-1.5 text-xs">
      <p>
        Now in the database:{" "}
        <span className="font-mono wrap-anywhere whitespace-pre-wrap">
          {shownLiteral(theirs).slice(0, 1_000)}
        </span>
      </p>
      <div className="flex justify-end gap-1.5">
        <Button size="sm" onClick={onTake}>
          Take theirs
        </Button>
        <Button type="submit" size="sm" variant="primary" data-overwrite>
          Overwrite
        </Button>
      </div>
    </div>
  );
}
