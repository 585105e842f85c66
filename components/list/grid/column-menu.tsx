"use client";
// Client: the menu of a column, one for all headers. Loaded when the first one is opened.
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  EyeOff,
  ListPlus,
  Pin,
  PinOff,
  RotateCcw,
} from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { slowSort } from "@/components/list/grid/grid-header";
import { setLayout } from "@/components/list/grid/set-layout";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import {
  indexOf,
  moveColumn,
  pinUpTo,
  resizeColumn,
  toggleColumn,
} from "@/lib/model/layout-changes";
import type { Layout } from "@/lib/model/list-layout";
import {
  isSortField,
  type ListQuery,
  listHref,
  sortAfterShiftClick,
} from "@/lib/model/list-params";
import type { Field, Resource, SortKey } from "@/lib/model/resource";

const anchor = "--column-menu";

type ColumnMenuProps = {
  resource: Resource;
  query: ListQuery;
  field: Field;
  /** What it hangs from, and what has the focus again when it closes. */
  button: HTMLElement;
  /** Sorting by it may take too long. */
  isSlow: boolean;
  onClose: () => void;
};

export default function ColumnMenu(props: ColumnMenuProps) {
  const { resource, query, field, button, isSlow, onClose } = props;
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const opened = panel.current;
    if (!opened) return;
    button.style.setProperty("anchor-name", anchor);
    button.ariaExpanded = "true";
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === "closed") onClose();
    };
    opened.addEventListener("toggle", onToggle);
    opened.showPopover();
    opened.querySelector<HTMLElement>("button")?.focus();
    return () => {
      opened.removeEventListener("toggle", onToggle);
      button.style.removeProperty("anchor-name");
      button.ariaExpanded = null;
    };
  }, [button, onClose]);

  return (
    <Popover
      ref={panel}
      role="group"
      aria-label={`Column ${field.label}`}
      onKeyDown={moveFocus}
      style={{ positionAnchor: anchor, positionArea: "block-end span-inline-end" }}
      className="overlay anchored w-60 max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg bg-raised p-1 shadow-overlay"
    >
      {isSortField(resource, field.name) && (
        <SortItems {...{ resource, query, field }}>
          {isSlow && (
            <p className="px-2 pt-0.5 pb-1.5 text-xs text-pretty text-muted">{slowSort}</p>
          )}
          <MenuSeparator />
        </SortItems>
      )}
      <LayoutItems {...{ resource, query, field }} />
    </Popover>
  );
}

type ItemsProps = Pick<ColumnMenuProps, "resource" | "query" | "field">;

function SortItems({ resource, query, field, children }: ItemsProps & { children: ReactNode }) {
  const sortBy = (sort: SortKey[]) =>
    window.history.pushState(
      null,
      "",
      listHref(resource, { ...query, sort, position: { at: "first" } }),
    );
  const isKey = query.sort.some((key) => key.field === field.name);
  return (
    <>
      <MenuItem onClick={() => sortBy([{ field: field.name, descending: false }])}>
        <ArrowUp aria-hidden />
        Sort ascending
      </MenuItem>
      <MenuItem onClick={() => sortBy([{ field: field.name, descending: true }])}>
        <ArrowDown aria-hidden />
        Sort descending
      </MenuItem>
      {!isKey && (
        <MenuItem onClick={() => sortBy(sortAfterShiftClick(query.sort, field))}>
          <ListPlus aria-hidden />
          Sort within the present order
        </MenuItem>
      )}
      {children}
    </>
  );
}

function LayoutItems({ resource, query, field }: ItemsProps) {
  const { layout } = query;
  const at = indexOf(layout, field.name);
  const { columns, pinned } = layout;
  const change = (next: Layout) => setLayout(resource, query, next);
  return (
    <>
      <MenuItem disabled={pinned === at + 1} onClick={() => change(pinUpTo(layout, field.name))}>
        <Pin aria-hidden />
        Pin up to here
      </MenuItem>
      {at < pinned && (
        <MenuItem onClick={() => change({ ...layout, pinned: at })}>
          <PinOff aria-hidden />
          Unpin
        </MenuItem>
      )}
      <MenuItem disabled={at <= 0} onClick={() => change(moveColumn(layout, field.name, at - 1))}>
        <ArrowLeft aria-hidden />
        Move left
      </MenuItem>
      <MenuItem
        disabled={at === columns.length - 1}
        onClick={() => change(moveColumn(layout, field.name, at + 1))}
      >
        <ArrowRight aria-hidden />
        Move right
      </MenuItem>
      {columns[at]?.width && (
        <MenuItem onClick={() => change(resizeColumn(layout, field.name, undefined))}>
          <RotateCcw aria-hidden />
          Usual width
        </MenuItem>
      )}
      <MenuItem
        disabled={columns.length === 1}
        onClick={() => change(toggleColumn(layout, field.name))}
      >
        <EyeOff aria-hidden />
        Hide
      </MenuItem>
    </>
  );
}

/** Arrows go through the items. */
function moveFocus(event: React.KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button:enabled")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items.at((at + by) % items.length)?.focus();
}
