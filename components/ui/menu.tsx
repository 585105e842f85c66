// Server or client: a button and the panel of choices that hangs from it (popover and anchor positioning).
import Link from "next/link";
import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";

const areas = {
  "below-start": "block-end span-inline-end",
  "below-end": "block-end span-inline-start",
  "above-start": "block-start span-inline-end",
  "above-end": "block-start span-inline-start",
};

/** Ties a button to the panel with that id. For buttons of another look than MenuButton. */
export function menuTrigger(menu: string): { popoverTarget: string; style: CSSProperties } {
  return { popoverTarget: menu, style: { anchorName: `--${menu}` } };
}

/** `menu` is the panel's id: letters, digits and hyphens, since CSS names the anchor after it. */
export function MenuButton({ menu, ...props }: ButtonProps & { menu: string }) {
  return <Button {...menuTrigger(menu)} {...props} />;
}

type MenuProps = {
  id: string;
  label: string;
  placement?: keyof typeof areas;
  className?: string;
  children: ReactNode;
};

export function Menu({
  id,
  label,
  placement = "below-start",
  className = "",
  children,
}: MenuProps) {
  return (
    <Popover
      id={id}
      role="group"
      aria-label={label}
      style={{ positionAnchor: `--${id}`, positionArea: areas[placement] }}
      className={`overlay anchored max-h-[min(70dvh,480px)] max-w-[calc(100vw-16px)] min-w-44 overflow-y-auto rounded-lg bg-raised p-1 shadow-overlay ${className}`}
    >
      {children}
    </Popover>
  );
}

/** For links of another kind than MenuLink. */
export const menuItemClass =
  "flex h-8 w-full items-center gap-2 rounded-md px-2 text-left text-sm whitespace-nowrap hover:bg-hover " +
  "focus-visible:-outline-offset-2 pointer-coarse:h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

export function MenuItem({ className = "", ...props }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      className={`${menuItemClass} disabled:opacity-50 ${className}`}
      {...props}
    />
  );
}

export function MenuLink({ className = "", ...props }: ComponentProps<typeof Link>) {
  return <Link className={`${menuItemClass} ${className}`} {...props} />;
}

export function MenuSeparator() {
  return <hr className="-mx-1 my-1 border-line" />;
}
