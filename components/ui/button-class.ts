// Pure: the look that buttons and links in a button's clothes share.

type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
type ButtonSize = "sm" | "md";

export type ButtonLook = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Square, for a lone icon; the element then needs an `aria-label`. */
  iconOnly?: boolean;
};

const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap " +
  "select-none transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent enabled:hover:bg-accent-hover [a]:hover:bg-accent-hover",
  secondary:
    "border border-line-strong bg-surface text-ink hover:bg-[image:linear-gradient(var(--color-hover))] " +
    "active:bg-[image:linear-gradient(var(--color-pressed))]",
  ghost: "text-muted hover:bg-hover hover:text-ink active:bg-pressed aria-expanded:bg-pressed",
  danger: "bg-danger text-on-accent enabled:hover:bg-danger-hover",
};

const sizes: Record<ButtonSize, { text: string; icon: string }> = {
  sm: {
    text: "h-7 px-2.5 text-xs pointer-coarse:h-9",
    icon: "size-7 text-xs pointer-coarse:size-9",
  },
  md: {
    text: "h-8 px-3 text-sm pointer-coarse:h-10",
    icon: "size-8 text-sm pointer-coarse:size-10",
  },
};

export function buttonClass(look: ButtonLook, className = ""): string {
  const { variant = "secondary", size = "md", iconOnly = false } = look;
  return `${base} ${variants[variant]} ${sizes[size][iconOnly ? "icon" : "text"]} ${className}`;
}
