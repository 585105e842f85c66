"use client";
// Client: copies a literal and says so.
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

type CopyButtonProps = {
  text: string;
  /** What the button does, e.g. "Copy id". */
  label?: string;
  className?: string;
};

export function CopyButton({ text, label = "Copy", className }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"Copied" | "Could not copy">();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 1600);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("Copied");
    } catch {
      setOutcome("Could not copy");
    }
  }

  return (
    <Button
      variant="ghost"
      size="sm"
      iconOnly
      aria-label={label}
      title={outcome ?? label}
      onClick={copy}
      className={className}
    >
      {outcome === "Copied" ? <Check aria-hidden className="text-green" /> : <Copy aria-hidden />}
      <span role="status" className="sr-only">
        {outcome}
      </span>
    </Button>
  );
}
