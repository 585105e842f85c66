"use client";
// Client: which line of the palette is chosen: the first, also when a better one arrives, until a person moves.
import { useState } from "react";

type Chosen = {
  id: string | undefined;
  /** To a line, or by a number of lines, round the ends. */
  moveTo: (id: string) => void;
  moveBy: (lines: number) => void;
};

/** @param asked what the lines answer: another question begins at the first again */
export function useChosen(ids: string[], asked: string): Chosen {
  const [moved, setMoved] = useState<{ asked: string; to: string }>();
  const hasMoved = moved?.asked === asked && ids.includes(moved.to);
  const id = hasMoved ? moved.to : ids[0];
  const moveTo = (to: string) => setMoved({ asked, to });
  return {
    id,
    moveTo,
    moveBy: (lines) => {
      const at = id === undefined ? -1 : ids.indexOf(id);
      const next = ids[(at + lines + ids.length) % ids.length];
      if (next !== undefined) moveTo(next);
    },
  };
}
