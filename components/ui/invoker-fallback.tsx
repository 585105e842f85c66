"use client";
// Client: gives browsers without Invoker Commands (before Safari 26.2, Firefox 144) the two that dialogs use.
import { useEffect } from "react";

export function InvokerFallback() {
  useEffect(() => {
    if ("commandForElement" in HTMLButtonElement.prototype) return;
    document.addEventListener("click", invoke);
    return () => document.removeEventListener("click", invoke);
  }, []);
  return null;
}

function invoke(event: MouseEvent) {
  const button = event.target instanceof Element && event.target.closest("button[commandfor]");
  if (!button) return;
  const target = document.getElementById(button.getAttribute("commandfor") ?? "");
  if (!(target instanceof HTMLDialogElement)) return;
  if (button.getAttribute("command") === "show-modal") target.showModal();
  else target.close();
}
