"use client";
// Client: leads keyboard and screen reader to what must be corrected.
import { type RefObject, useEffect, useRef } from "react";
import type { FormState } from "@/components/auth/form-state";

/** For the form's `ref`: focuses the first wrong field, or the password that has to be typed again. */
export function useFocusOnError(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!state.formError && !state.fieldErrors) return;
    const target = form.current?.querySelector<HTMLElement>("[aria-invalid], [type=password]");
    target?.focus();
  }, [state]);
  return form;
}
