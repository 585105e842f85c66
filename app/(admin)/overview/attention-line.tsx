// Server: one matter that needs attention, or does not: how many, the latest of them, the way there.
import { ArrowRight, CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

const looks = {
  fine: { Icon: CircleCheck, tone: "text-green" },
  waiting: { Icon: CircleDashed, tone: "text-blue" },
  late: { Icon: TriangleAlert, tone: "text-amber" },
  wrong: { Icon: TriangleAlert, tone: "text-red" },
};

type AttentionLineProps = {
  look: keyof typeof looks;
  href: string;
  title: string;
  /** Links to single records. */
  children?: ReactNode;
};

export function AttentionLine({ look, href, title, children }: AttentionLineProps) {
  const { Icon, tone } = looks[look];
  // Beside links of its own the line is not one as a whole: their areas would overlap.
  const reach = children
    ? "inline-flex min-h-6 items-center hover:underline"
    : "after:absolute after:inset-0 focus-visible:-outline-offset-2";
  return (
    <div
      className={`relative flex items-start gap-3 px-4 text-sm ${children ? "py-2" : "py-2.5 hover:bg-hover"}`}
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${children ? "mt-1" : "mt-px"} ${tone}`} />
      <div className="min-w-0 flex-1">
        <Link
          href={href}
          prefetch={false}
          className={`${reach} ${look === "fine" ? "text-muted" : "font-medium"}`}
        >
          {title}
        </Link>
        {children && <ul className="flex flex-wrap gap-x-4 text-xs text-muted">{children}</ul>}
      </div>
      {!children && <ArrowRight aria-hidden className="mt-px size-4 shrink-0 text-faint" />}
    </div>
  );
}

type AttentionRecordProps = { href: string; title: string; children: ReactNode };

export function AttentionRecord({ href, title, children }: AttentionRecordProps) {
  return (
    <li className="min-w-0">
      <Link
        href={href}
        prefetch={false}
        className="relative inline-flex min-h-6 max-w-full items-center gap-1.5 hover:text-ink hover:underline"
      >
        <span className="truncate">{title}</span>
        <span className="shrink-0 text-faint">{children}</span>
      </Link>
    </li>
  );
}
