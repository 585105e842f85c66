// Server or client: a page's column: its width rule and its gutters.
import type { ReactNode } from "react";

/**
 * `table` fills the window and lets the table inside scroll by itself (give that element `min-h-0 flex-1`);
 * `form` is 760 px wide, `reading` 1,120 px; both scroll with the window.
 */
export type PageWidth = "table" | "form" | "reading";

const widths: Record<PageWidth, string> = {
  table: "flex h-[max(calc(100dvh-var(--topbar-height)),480px)] flex-col",
  form: "mx-auto max-w-[760px] pb-16",
  reading: "mx-auto max-w-[1120px] pb-16",
};

export function Page({ width, children }: { width: PageWidth; children: ReactNode }) {
  return <div className={`w-full ${widths[width]}`}>{children}</div>;
}
