"use client";
// Client: a link to another page of the same list. With JavaScript the address changes and the table fetches the rows;
// without it, it is a plain link.
import type { ComponentProps, MouseEvent } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { LinkButton } from "@/components/ui/link-button";

type ListLinkProps = Omit<ComponentProps<"a">, "href"> & { href: string };

export function ListLink({ href, onClick, ...props }: ListLinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || opensElsewhere) return;
    event.preventDefault();
    // Next keeps useSearchParams in step with this, without asking the server for the page again.
    window.history.pushState(null, "", href);
  };
  return <a href={href} onClick={follow} {...props} />;
}

/** In a button's clothes; switched off without an `href`. */
export function ListLinkButton({
  href,
  label,
  children,
  ...look
}: Omit<ButtonLook, "iconOnly"> & {
  href: string | null;
  label: string;
  children: React.ReactNode;
}) {
  if (href === null) {
    return (
      <LinkButton href={null} iconOnly {...look} aria-label={label}>
        {children}
      </LinkButton>
    );
  }
  return (
    <ListLink
      href={href}
      aria-label={label}
      title={label}
      className={buttonClass({ ...look, iconOnly: true })}
    >
      {children}
    </ListLink>
  );
}
