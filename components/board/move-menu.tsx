"use client";
// Client: the menu of moves, one for all cards: the targets, each with the key that does the same from the card.
import { type KeyboardEvent, useEffect, useRef } from "react";
import { OptionBadge } from "@/components/list/option-badge";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem } from "@/components/ui/menu";

type MoveMenuProps = {
  id: string;
  label: string;
  targets: { option: string; key: string; asks: boolean }[];
  onChoose: (option: string) => void;
};

export function MoveMenu({ id, label, targets, onChoose }: MoveMenuProps) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const menu = document.getElementById(id);
    const focusFirst = (event: Event) => {
      if ((event as ToggleEvent).newState === "open")
        list.current?.querySelector("button")?.focus();
    };
    menu?.addEventListener("toggle", focusFirst);
    return () => menu?.removeEventListener("toggle", focusFirst);
  }, [id]);

  return (
    <Menu id={id} label={label} placement="below-end">
      <p className="px-2 pt-1 pb-1.5 text-xs text-muted">Move to</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go between the buttons inside. */}
      <div ref={list} onKeyDown={goBetween}>
        {targets.map(({ option, key, asks }) => (
          <MenuItem key={option} onClick={() => onChoose(option)}>
            <OptionBadge option={option} />
            {asks && <span className="text-xs text-muted">asks first</span>}
            <span className="ml-auto pl-3">
              <Kbd>{key}</Kbd>
            </span>
          </MenuItem>
        ))}
      </div>
    </Menu>
  );
}

function goBetween(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  buttons.at((at + step) % buttons.length)?.focus();
}
