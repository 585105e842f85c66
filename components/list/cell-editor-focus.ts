"use client";
// Client: where the focus of a cell's editor comes from and goes to: its keys, a refusal, a click elsewhere.
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent } from "react";
import type { Step } from "@/components/list/use-cell-editing";

type FormRef = RefObject<HTMLFormElement | null>;

const controls = "input, textarea, select[name^='pick:']";

/** @returns `undefined` for keys that belong to the control; among lines, Enter is one of these */
export function stepOf(event: KeyboardEvent, isLong: boolean): Step | undefined {
  if (!(event.target instanceof Element && event.target.matches(controls))) return undefined;
  if (event.key === "Tab") return event.shiftKey ? [0, -1] : [0, 1];
  if (event.key !== "Enter") return undefined;
  if (event.ctrlKey || event.metaKey) return isLong ? [0, 0] : [1, 0];
  if (isLong) return undefined;
  return event.shiftKey ? [-1, 0] : [1, 0];
}

/** At first, with the cursor at the end; after a refusal, unless another editor has the focus by then. */
export function useFocusIn(form: FormRef, isBusy: boolean, trouble: object | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: every refusal is a reason anew.
  useEffect(() => {
    if (isBusy) return;
    const other = document.activeElement?.closest("form[popover]");
    if (other && other !== form.current) return;
    const control = form.current?.querySelector<HTMLElement>(controls);
    control?.focus();
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      control.setSelectionRange(control.value.length, control.value.length);
    }
  }, [isBusy, trouble]);
}

/** Whoever goes on elsewhere with the mouse means what was entered, as in a spreadsheet. */
export function useElsewhere(form: FormRef, onElsewhere: () => void): void {
  const go = useEffectEvent(onElsewhere);
  useEffect(() => {
    const listen = ({ target }: PointerEvent) => {
      const isInside = target instanceof Node && form.current?.contains(target);
      if (!isInside) go();
    };
    document.addEventListener("pointerdown", listen, true);
    return () => document.removeEventListener("pointerdown", listen, true);
  }, [form]);
}
