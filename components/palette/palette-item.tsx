"use client";
// Client: one line of the palette: a link where it leads somewhere, so that it opens in a new tab as links do.
import { type MouseEvent, useEffect, useRef } from "react";
import { KeyHint } from "@/components/palette/key-hint";
import type { Line } from "@/components/palette/sections";

type PaletteItemProps = Line & {
  optionId: string;
  isChosen: boolean;
  /** The pointer came over it. */
  point: () => void;
  act: () => void;
};

const itemClass =
  "flex h-9 w-full items-center gap-2.5 rounded-md px-2 text-left text-sm select-none aria-selected:bg-pressed " +
  "max-md:h-11 pointer-coarse:h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted";

export function PaletteItem(props: PaletteItemProps) {
  const { optionId, isChosen, point, act, icon, label, detail, keys, deed } = props;
  const option = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);

  const shared = {
    ref: (element: HTMLElement | null) => {
      option.current = element;
    },
    id: optionId,
    role: "option",
    "aria-selected": isChosen,
    tabIndex: -1,
    onPointerMove: isChosen ? undefined : point,
    className: itemClass,
    children: (
      <>
        {icon}
        <span className="min-w-16 truncate">{label}</span>
        {detail && <span className="min-w-0 flex-1 truncate text-xs text-muted">{detail}</span>}
        {keys && <KeyHint keys={keys} className="ml-auto max-md:hidden" />}
      </>
    ),
  };
  if (deed.kind !== "go") return <button type="button" {...shared} onClick={act} />;
  return <a href={deed.href} {...shared} onClick={(event) => actUnlessHeld(event, act)} />;
}

/** A click with a key held is the browser's. */
function actUnlessHeld(event: MouseEvent, act: () => void) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  act();
}
