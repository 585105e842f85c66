"use client";
// Client: the toaster itself, sonner in our clothes. Loaded by Toaster alone.
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { toast as sonner, Toaster } from "sonner";
import { announceToaster, type Toast } from "@/components/ui/toast";

const classNames = {
  toast:
    "flex w-full items-center gap-2.5 rounded-lg bg-raised px-3 py-2.5 text-sm text-ink shadow-overlay md:w-[356px]",
  content: "min-w-0 flex-1",
  title: "font-medium wrap-anywhere",
  description: "text-xs text-muted",
  icon: "grid shrink-0 place-items-center [&_svg]:size-4",
  closeButton:
    "order-last grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-hover hover:text-ink [&_svg]:size-3.5",
  actionButton:
    "h-7 shrink-0 rounded-md border border-line-strong px-2.5 text-xs font-medium hover:bg-hover",
};

const icons = {
  info: <Info aria-hidden className="text-blue" />,
  success: <CircleCheck aria-hidden className="text-green" />,
  warning: <TriangleAlert aria-hidden className="text-amber" />,
  error: <CircleAlert aria-hidden className="text-red" />,
  close: <X aria-hidden />,
};

export default function SonnerToaster() {
  useEffect(() => announceToaster(show), []);
  return (
    <Toaster
      position="bottom-right"
      duration={8000}
      visibleToasts={4}
      gap={8}
      closeButton
      icons={icons}
      style={{ fontFamily: "inherit" }}
      toastOptions={{ unstyled: true, classNames }}
    />
  );
}

function show({ message, description, tone = "success", action }: Toast) {
  const type = tone === "danger" ? "error" : tone;
  sonner[type](message, {
    description,
    duration: tone === "danger" ? Number.POSITIVE_INFINITY : undefined,
    action: action && { label: action.label, onClick: action.run },
  });
}
