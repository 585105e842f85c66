// Client: columns are widened by their edges, put elsewhere by their headers, with a mouse, a pen, a finger or keys.
// Loaded when a pointer or the focus comes near.
import { moveColumn, resizeColumn } from "@/lib/model/layout-changes";
import { clampWidth, type Layout, maxWidth, minWidth } from "@/lib/model/list-layout";

type HeaderActs = {
  layout: Layout;
  change: (layout: Layout, how?: "push" | "replace") => void;
};

/** A mouse that moved less has clicked. */
const clickSlackPx = 5;

/** While it is dragged the document alone changes; the address does at the end. Escape leaves all as it was. */
export function dragEdge(edge: HTMLElement, pressed: PointerEvent, { layout, change }: HeaderActs) {
  const { table, head, field, index } = partsOf(edge);
  if (!table || !head) return;
  const before = head.getBoundingClientRect().width;
  const original = table.getAttribute("style") ?? "";
  const col = table.querySelectorAll<HTMLElement>("col[data-col]")[index];
  const originalCol = col?.getAttribute("style") ?? "";
  let width = before;
  const restore = () => {
    table.setAttribute("style", original);
    col?.setAttribute("style", originalCol);
  };
  follow(pressed, {
    move: (event) => {
      width = clampWidth(before + event.clientX - pressed.clientX);
      table.style.setProperty(`--width-${index}`, `${width}px`);
      col?.style.setProperty("width", `var(--width-${index})`);
      if (index === layout.columns.length - 1) table.style.width = table.style.minWidth;
      edge.ariaValueNow = String(width);
    },
    end: (isDone) => {
      restore();
      if (isDone && Math.round(before) !== width) change(resizeColumn(layout, field, width));
    },
  });
}

const step = 8;
const bigStep = 40;

/** Presses one after the other are one act. */
export function moveEdge(
  edge: HTMLElement,
  { key, shiftKey }: KeyboardEvent,
  { layout, change }: HeaderActs,
) {
  const { head, field } = partsOf(edge);
  if (!head) return;
  const now = Math.round(head.getBoundingClientRect().width);
  const by = shiftKey ? bigStep : step;
  const widths: Record<string, number | undefined> = {
    ArrowLeft: now - by,
    ArrowRight: now + by,
    Home: minWidth,
    End: maxWidth,
    Enter: undefined,
  };
  if (!Object.hasOwn(widths, key)) return;
  const isGoingOn = edge.hasAttribute("data-moved");
  change(resizeColumn(layout, field, widths[key]), isGoingOn ? "replace" : "push");
  edge.toggleAttribute("data-moved", true);
  edge.addEventListener("blur", () => edge.removeAttribute("data-moved"), { once: true });
}

/** As wide as its kind is, again. */
export function resetEdge(edge: HTMLElement, { layout, change }: HeaderActs) {
  const { field, index } = partsOf(edge);
  if (layout.columns[index]?.width) change(resizeColumn(layout, field, undefined));
}

export function dragHeader(head: HTMLElement, pressed: PointerEvent, acts: HeaderActs) {
  const { table, field, index } = partsOf(head);
  const heads = [...(table?.querySelectorAll<HTMLElement>("th[data-field]") ?? [])];
  const mark = document.createElement("div");
  mark.className = "pointer-events-none fixed z-20 w-0.5 bg-accent";
  let to = index;
  follow(pressed, {
    move: (event) => {
      if (Math.abs(event.clientX - pressed.clientX) < clickSlackPx && !mark.isConnected) return;
      const boxes = heads.map((each) => each.getBoundingClientRect());
      const gap = boxes.filter(({ left, width }) => event.clientX > left + width / 2).length;
      to = gap > index ? gap - 1 : gap;
      const box = boxes[Math.min(gap, boxes.length - 1)];
      const at = gap === boxes.length ? (box?.right ?? 0) : (box?.left ?? 0);
      mark.style.cssText = `left:${at - 1}px;top:${box?.top}px;height:${table?.closest("section")?.clientHeight}px`;
      if (!mark.isConnected) document.body.append(mark);
      head.toggleAttribute("data-dragged", true);
    },
    end: (isDone) => {
      const wasDragged = mark.isConnected;
      mark.remove();
      head.removeAttribute("data-dragged");
      if (!wasDragged) return;
      // What was dragged was not clicked.
      head.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => head.removeEventListener("click", swallow, { capture: true }));
      if (isDone && to !== index) acts.change(moveColumn(acts.layout, field, to));
    },
  });
}

function swallow(event: Event) {
  event.preventDefault();
  event.stopPropagation();
}

function partsOf(element: HTMLElement) {
  const head = element.closest<HTMLElement>("th[data-field]");
  const table = element.closest("table");
  const heads = [...(table?.querySelectorAll("th[data-field]") ?? [])];
  return { table, head, field: head?.dataset.field ?? "", index: head ? heads.indexOf(head) : -1 };
}

type Following = { move: (event: PointerEvent) => void; end: (isDone: boolean) => void };

function follow({ pointerId }: PointerEvent, { move, end }: Following) {
  const listening = new AbortController();
  const { signal } = listening;
  const stop = (isDone: boolean) => {
    listening.abort();
    end(isDone);
  };
  const ifSame = (act: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) act(event);
  };
  // Let go of before this code had come: nothing is dragged.
  const follows = (event: PointerEvent) => (event.buttons === 0 ? stop(false) : move(event));
  window.addEventListener("pointermove", ifSame(follows), { signal });
  window.addEventListener(
    "pointerup",
    ifSame(() => stop(true)),
    { signal },
  );
  window.addEventListener(
    "pointercancel",
    ifSame(() => stop(false)),
    { signal },
  );
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      stop(false);
    },
    { signal },
  );
}
