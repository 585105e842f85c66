// Server or client: a word with a tone. Colour never speaks alone: the word is required.
import type { ReactNode } from "react";

export type Tone = "neutral" | "green" | "amber" | "red" | "blue" | "violet";

const looks: Record<Tone, string> = {
  neutral: "bg-hover text-muted",
  green: "bg-green-soft text-green",
  amber: "bg-amber-soft text-amber",
  red: "bg-red-soft text-red",
  blue: "bg-blue-soft text-blue",
  violet: "bg-violet-soft text-violet",
};

type BadgeProps = {
  tone?: Tone;
  /** A small dot before the word, as enums have. */
  dot?: boolean;
  icon?: ReactNode;
  title?: string;
  className?: string;
  children: ReactNode;
};

export function Badge({
  tone = "neutral",
  dot = false,
  icon,
  title,
  className = "",
  children,
}: BadgeProps) {
  return (
    <span
      title={title}
      className={`inline-flex h-5 align-middle max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0 ${looks[tone]} ${className}`}
    >
      {dot && <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-current" />}
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
