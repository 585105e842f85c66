"use client";
// Client: keys as this keyboard writes them.
import { Fragment } from "react";
import { useIsMac } from "@/components/palette/use-is-mac";
import { Kbd } from "@/components/ui/kbd";

type KeyHintProps = {
  /** As the table of shortcuts has them. */
  keys: string[];
  className?: string;
};

export function KeyHint({ keys, className = "" }: KeyHintProps) {
  const isMac = useIsMac();
  return (
    <span className={`inline-flex shrink-0 items-center gap-1 ${className}`}>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span className="sr-only">then</span>}
          <Kbd>{written(key, isMac)}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}

function written(key: string, isMac: boolean): string {
  const name = key.replace("mod+", "");
  const shown = name.length === 1 ? name.toUpperCase() : name;
  if (name === key) return shown;
  return isMac ? `⌘${shown}` : `Ctrl ${shown}`;
}
