// Server or client: the roles of a calendar's grid. Its cells are days; the links inside of them take the focus.
import type { ComponentProps } from "react";

export function Grid(props: ComponentProps<"div"> & { "aria-label": string }) {
  // biome-ignore lint/a11y/useSemanticElements: rows of a table cannot share the height of the window.
  return <div role="grid" data-stop="" {...props} />;
}

export function GridRow({ children }: ComponentProps<"div">) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid.
    // biome-ignore lint/a11y/useFocusableInteractive: its links are.
    <div role="row" className="contents">
      {children}
    </div>
  );
}

export function GridHeader(props: ComponentProps<"div"> & { "aria-label": string }) {
  // biome-ignore lint/a11y/useSemanticElements: part of a grid.
  // biome-ignore lint/a11y/useFocusableInteractive: its links are.
  return <div role="columnheader" {...props} />;
}

export function GridCell(props: ComponentProps<"div">) {
  // biome-ignore lint/a11y/useSemanticElements: part of a grid.
  // biome-ignore lint/a11y/useFocusableInteractive: its links are.
  return <div role="gridcell" {...props} />;
}
