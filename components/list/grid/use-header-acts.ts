"use client";
// Client: what is done to the columns by their headers. The code for it comes when a pointer or the focus does.
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from "react";
import { setLayout } from "@/components/list/grid/set-layout";
import type { ListQuery } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";

const load = () => import("@/components/list/grid/header-acts");
const edgeKeys = ["ArrowLeft", "ArrowRight", "Home", "End", "Enter"];

/** @param openMenu told the button that was pressed and the field whose column it stands for */
export function useHeaderActs(
  resource: Resource,
  query: ListQuery,
  openMenu: (button: HTMLElement, field: string) => void,
) {
  const acts = {
    layout: query.layout,
    change: (layout: ListQuery["layout"], how?: "push" | "replace") =>
      setLayout(resource, query, layout, how),
  };
  const edgeOf = (target: EventTarget) =>
    (target as Element).closest<HTMLElement>("[role=separator]");
  const headOf = (target: EventTarget) =>
    (target as Element).closest<HTMLElement>("th[data-field]");

  return {
    onPointerOver: () => void load(),
    onFocus: (_event: FocusEvent) => void load(),
    onPointerDown: ({ target, nativeEvent }: PointerEvent) => {
      const edge = edgeOf(target);
      const head = headOf(target);
      if (nativeEvent.button !== 0) return;
      if (edge) load().then(({ dragEdge }) => dragEdge(edge, nativeEvent, acts));
      // A finger scrolls; the menu moves columns too.
      else if (head && nativeEvent.pointerType !== "touch")
        load().then(({ dragHeader }) => dragHeader(head, nativeEvent, acts));
    },
    onDoubleClick: ({ target }: MouseEvent) => {
      const edge = edgeOf(target);
      if (edge) load().then(({ resetEdge }) => resetEdge(edge, acts));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const edge = edgeOf(event.target);
      if (!edge || !edgeKeys.includes(event.key)) return;
      event.preventDefault();
      load().then(({ moveEdge }) => moveEdge(edge, event.nativeEvent, acts));
    },
    onClick: ({ target }: MouseEvent) => {
      const button = (target as Element).closest<HTMLElement>("[data-menu]");
      const field = headOf(target)?.dataset.field;
      if (button && field) openMenu(button, field);
    },
  };
}
