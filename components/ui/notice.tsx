// Server or client: a banner that says what is the matter and offers the way on.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const looks: Record<NoticeTone, { box: string; icon: string; Icon: typeof Info }> = {
  info: { box: "border-blue-line bg-blue-soft", icon: "text-blue", Icon: Info },
  success: { box: "border-green-line bg-green-soft", icon: "text-green", Icon: CircleCheck },
  warning: { box: "border-amber-line bg-amber-soft", icon: "text-amber", Icon: TriangleAlert },
  danger: { box: "border-red-line bg-red-soft", icon: "text-red", Icon: CircleAlert },
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Spoken when it appears: at once for `danger`, politely otherwise. Set it for what follows a deed. */
  live?: boolean;
  className?: string;
};

export function Notice({
  tone = "info",
  title,
  children,
  actions,
  live = false,
  className = "",
}: NoticeProps) {
  const { box, icon, Icon } = looks[tone];
  const role = live ? (tone === "danger" ? "alert" : "status") : undefined;
  return (
    <div
      role={role}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border px-3 py-2 text-sm ${box} ${className}`}
    >
      <div className="flex min-w-48 flex-1 gap-2.5 py-0.5">
        <Icon aria-hidden className={`mt-px size-4 shrink-0 ${icon}`} />
        <div className="min-w-0 text-pretty wrap-anywhere">
          {title && <p className="font-medium">{title}</p>}
          {children}
        </div>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
