"use client";
// Client: scrolls a board, and the column under the pointer, while a card is held near an edge of them.

const edgePx = 48;
const stepPx = 12;

/** @param signal ends it */
export function scrollAtEdges(board: HTMLElement, signal: AbortSignal) {
  let pointer: { clientX: number; clientY: number } | undefined;

  const step = () => {
    if (signal.aborted) return;
    if (pointer) {
      const { clientX, clientY } = pointer;
      const frame = board.getBoundingClientRect();
      board.scrollLeft += direction(clientX, frame.left, frame.right) * stepPx;
      const column = document
        .elementFromPoint(clientX, clientY)
        ?.closest("[data-column]")
        ?.querySelector("[data-cards]");
      if (column) {
        const { top, bottom } = column.getBoundingClientRect();
        column.scrollTop += direction(clientY, top, bottom) * stepPx;
      }
    }
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);

  return {
    at(now: { clientX: number; clientY: number }) {
      pointer = now;
    },
  };
}

function direction(at: number, low: number, high: number): number {
  if (at < low + edgePx) return -1;
  return at > high - edgePx ? 1 : 0;
}
