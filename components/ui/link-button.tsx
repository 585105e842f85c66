// Server or client: a link that looks like a button. Without an `href` it is the same shape, switched off.
import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";

type LinkButtonProps = Omit<ComponentProps<typeof Link>, "href"> &
  ButtonLook & {
    /** `null` for a step that cannot be taken, such as "Next" on the last page. */
    href: string | null;
  };

export function LinkButton({
  href,
  variant,
  size,
  iconOnly,
  className,
  children,
  ...props
}: LinkButtonProps) {
  const look = buttonClass({ variant, size, iconOnly }, className);
  if (href === null) {
    return (
      // The documented form of a switched-off link: announced, not visited.
      // biome-ignore lint/a11y/useSemanticElements: an <a> without href has no role of its own.
      // biome-ignore lint/a11y/useFocusableInteractive: it leads nowhere.
      <span role="link" aria-disabled="true" aria-label={props["aria-label"]} className={look}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} className={look} {...props}>
      {children}
    </Link>
  );
}
