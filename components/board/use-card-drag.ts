"use client";
// Client: drags a card with the mouse, or by its grip with a finger: what follows the pointer is a picture of it.
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from "react";
import { scrollAtEdges } from "@/components/board/scroll-at-edges";

type Drag = {
  /** The id of the card. */
  card: string;
  /** The option of the column under the pointer. */
  over: string | undefined;
};

/** A mouse that moved less has clicked. */
const clickSlackPx = 5;

/** @param onDrop told the card's id and the column's option */
export function useCardDrag(onDrop: (card: string, option: string) => void) {
  const [drag, setDrag] = useState<Drag>();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  function onPointerDown(event: ReactPointerEvent<HTMLElement>) {
    const pressed = event.target as Element;
    const element = pressed.closest<HTMLElement>("[data-movable]");
    const grip = event.pointerType === "mouse" ? element : pressed.closest("[data-grip]");
    if (!element || !grip || event.button !== 0 || pressed.closest("[data-move]")) return;
    const card = element.dataset.card ?? "";
    const scroller = event.currentTarget;
    const start = { x: event.clientX, y: event.clientY };
    const { pointerId } = event;
    let picture: Picture | undefined;
    let over: string | undefined;
    const listening = new AbortController();

    const end = (isDropped: boolean) => {
      listening.abort();
      stop.current = undefined;
      if (!picture) return;
      picture.remove();
      setDrag(undefined);
      swallowClick();
      const option = over;
      // Later: a dialog opened by this release would take it for one beside itself, and close.
      if (isDropped && option !== undefined) setTimeout(() => onDrop(card, option));
    };
    stop.current = () => end(false);

    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== pointerId) return;
      const distance = Math.hypot(moved.clientX - start.x, moved.clientY - start.y);
      if (!picture && distance < clickSlackPx) return;
      picture ??= takePicture(element, start, listening.signal, scroller);
      picture.follow(moved);
      over = optionAt(moved);
      setDrag((last) => (last?.card === card && last.over === over ? last : { card, over }));
    };
    const { signal } = listening;
    window.addEventListener("pointermove", move, { signal });
    window.addEventListener("pointerup", (up) => up.pointerId === pointerId && end(true), {
      signal,
    });
    window.addEventListener("pointercancel", () => end(false), { signal });
    window.addEventListener("blur", () => end(false), { signal });
    window.addEventListener("keydown", (key) => key.key === "Escape" && end(false), { signal });
  }

  return { drag, onPointerDown };
}

type Point = { clientX: number; clientY: number };
type Picture = { follow: (at: Point) => void; remove: () => void };

function takePicture(
  element: HTMLElement,
  grabbed: { x: number; y: number },
  signal: AbortSignal,
  scroller: HTMLElement,
): Picture {
  const box = element.getBoundingClientRect();
  const picture = element.cloneNode(true) as HTMLElement;
  picture.inert = true;
  picture.removeAttribute("data-card");
  picture.setAttribute("data-picture", "");
  Object.assign(picture.style, {
    position: "fixed",
    inset: "0 auto auto 0",
    width: `${box.width}px`,
    zIndex: "50",
    pointerEvents: "none",
    boxShadow: "var(--shadow-overlay)",
    listStyle: "none",
  });
  document.body.append(picture);
  const edges = scrollAtEdges(scroller, signal);
  return {
    follow({ clientX, clientY }) {
      const [x, y] = [box.x + clientX - grabbed.x, box.y + clientY - grabbed.y];
      picture.style.transform = `translate(${x}px, ${y}px) rotate(1.5deg)`;
      edges.at({ clientX, clientY });
    },
    remove: () => picture.remove(),
  };
}

function optionAt({ clientX, clientY }: Point): string | undefined {
  const column = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-column]");
  return column?.dataset.option;
}

/** The release of a drag over the place where it began is no visit to the record. */
function swallowClick() {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}
