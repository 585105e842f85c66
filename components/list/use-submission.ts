"use client";
// Client: the number of a submission: the same while the same is sent, so that repeating it writes once.
import { useRef } from "react";

/** @returns nothing where none may be made; a repetition is then refused by what it saw */
export function useSubmission(): (content: unknown) => string | undefined {
  const last = useRef<{ content: string; id: string }>(undefined);
  return (content) => {
    if (!globalThis.isSecureContext) return undefined;
    const text = JSON.stringify(content);
    if (last.current?.content !== text) {
      last.current = { content: text, id: crypto.randomUUID() };
    }
    return last.current.id;
  };
}
