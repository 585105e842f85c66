"use client";
// Client: which columns a list has, how dense it is, whether long texts are broken into lines. Loaded when it is opened.
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { setLayout } from "@/components/list/grid/set-layout";
import { Input } from "@/components/ui/input";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { hasColumn, toggleColumn } from "@/lib/model/layout-changes";
import { defaultLayout, densities, type Layout, layoutParams } from "@/lib/model/list-layout";
import type { ListQuery } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";

/** More than so many are searched for. */
const surveyed = 12;

export default function LayoutPanel({ resource, query }: { resource: Resource; query: ListQuery }) {
  const { layout } = query;
  const [text, setText] = useState("");
  const change = (next: Layout) => setLayout(resource, query, next);
  const found = resource.fields.filter(({ label, name }) =>
    `${label} ${name}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <div className="text-sm">
      {resource.fields.length > surveyed && (
        <div className="p-1">
          <Input
            type="search"
            aria-label="Find a column"
            placeholder="Find a column"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      <fieldset>
        <legend className="sr-only">Columns</legend>
        <ul className="max-h-[min(40dvh,320px)] overflow-y-auto">
          {found.map((field) => (
            <li key={field.name}>
              <label className={lineClass}>
                <input
                  type="checkbox"
                  checked={hasColumn(layout, field.name)}
                  disabled={layout.columns.length === 1 && hasColumn(layout, field.name)}
                  onChange={() => change(toggleColumn(layout, field.name))}
                  className="size-4 accent-accent"
                />
                <span className="truncate">{field.label}</span>
              </label>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="px-2 py-1.5 text-muted">No column is called that.</p>}
      </fieldset>
      <MenuSeparator />
      <fieldset className="flex flex-wrap items-center gap-x-3 px-2 py-1">
        <legend className="sr-only">Height of rows</legend>
        {densities.map((density) => (
          <label
            key={density}
            className="flex min-h-8 items-center gap-1.5 pointer-coarse:min-h-10"
          >
            <input
              type="radio"
              name="density"
              checked={layout.density === density}
              onChange={() => change({ ...layout, density })}
              className="size-4 accent-accent"
            />
            <span className="first-letter:uppercase">{density}</span>
          </label>
        ))}
      </fieldset>
      <label className={lineClass}>
        <input
          type="checkbox"
          checked={layout.isWrapped}
          onChange={() => change({ ...layout, isWrapped: !layout.isWrapped })}
          className="size-4 accent-accent"
        />
        Break long texts into lines
      </label>
      <MenuSeparator />
      <MenuItem
        disabled={Object.keys(layoutParams(resource, layout)).length === 0}
        onClick={() => change(defaultLayout(resource))}
      >
        <RotateCcw aria-hidden />
        Reset layout
      </MenuItem>
    </div>
  );
}

const lineClass =
  "flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-hover pointer-coarse:min-h-10";
