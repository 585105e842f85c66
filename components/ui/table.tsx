// Server or client: the parts of a data table: sticky header, hairlines, rows of a fixed height.
import type { ComponentProps, ReactNode, Ref } from "react";

type Density = "compact" | "regular" | "roomy";

const rowHeights: Record<Density, string> = {
  compact: "[--row-height:28px]",
  regular: "[--row-height:32px]",
  roomy: "[--row-height:40px]",
};

type TableProps = ComponentProps<"table"> & {
  /** What the table holds, for screen readers: the scrolling region is named by it. */
  label: string;
  density?: Density;
  /** On the scrolling region; `min-h-0 flex-1` inside a `table` page. */
  regionClassName?: string;
  regionRef?: Ref<HTMLElement>;
  /** Under the table, scrolled with it. */
  after?: ReactNode;
};

export function Table({
  label,
  density = "regular",
  regionClassName = "",
  regionRef,
  after,
  className = "",
  ...props
}: TableProps) {
  return (
    <section
      ref={regionRef}
      aria-label={label}
      // What scrolls must be reachable by keyboard; in a grid its cells are.
      tabIndex={props.role === "grid" ? undefined : 0}
      // Relative, so that words for screen readers inside of it do not widen the page.
      className={`relative overflow-auto overscroll-x-contain focus-visible:-outline-offset-2 ${regionClassName}`}
    >
      <table
        className={`w-full border-separate border-spacing-0 text-sm ${rowHeights[density]} ${className}`}
        {...props}
      />
      {after}
    </section>
  );
}

export function TableHead(props: ComponentProps<"thead">) {
  return <thead className="sticky top-0 z-10" {...props} />;
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

export function TableRow({ className = "", ...props }: ComponentProps<"tr">) {
  return (
    <tr
      className={`group/row aria-selected:bg-accent-soft [tbody>&]:hover:not-aria-selected:bg-hover ${className}`}
      {...props}
    />
  );
}

/** `numeric` aligns at the right, as its cells do. */
export function TableHeader({
  numeric = false,
  className = "",
  ...props
}: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={`${cellClass} h-8 bg-surface font-medium text-muted ${numeric ? "text-right" : "text-left"} ${className}`}
      {...props}
    />
  );
}

/** One line, cut off where the column ends. */
export function TableCell({
  numeric = false,
  className = "",
  ...props
}: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      className={`${cellClass} h-(--row-height) max-w-80 truncate ${numeric ? "text-right" : ""} ${className}`}
      {...props}
    />
  );
}

const cellClass =
  "border-b border-line px-3 py-0 whitespace-nowrap *:align-middle first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6";
