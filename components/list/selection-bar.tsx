"use client";
// Client: what can be done with the records that are selected. Loaded with the first of them.
import { Pencil, Trash2, X } from "lucide-react";
import { useEffect } from "react";
import { BulkDialog } from "@/components/bulk/bulk-dialog";
import { CountText } from "@/components/list/count-text";
import { ExportMenu } from "@/components/list/export-menu";
import { exportParams } from "@/components/list/export-params";
import type { ListPage } from "@/components/list/use-list-page";
import { useSeen } from "@/components/list/use-seen";
import type { Selection } from "@/components/list/use-selection";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { type BulkAct, type BulkSelection, maxPicked } from "@/lib/model/bulk";
import { counted } from "@/lib/model/counted";
import { type ListQuery, matchingParams } from "@/lib/model/list-params";
import type { Literals } from "@/lib/model/literal";
import type { Resource } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

type SelectionBarProps = {
  resource: Resource;
  query: ListQuery;
  list: ListPage;
  facts: TableFacts;
  selection: Selection;
  can: { update: boolean; delete: boolean };
  isLive: boolean;
  notices: string[];
};

export default function SelectionBar(props: SelectionBarProps) {
  const { resource, query, list, facts, selection, can, isLive, notices } = props;
  const { selected, count, clear } = selection;
  const seenOf = useSeen(resource, list.page);
  useEscape(clear);
  const isMatching = selected.kind === "matching";
  const isFiltered = query.where.parts.length > 0 || query.search !== "";
  // What of the address was not understood is missing from the query: it would reach more than was meant.
  const [notice] = notices;
  const isBarred = isMatching ? notice !== undefined : (count ?? 0) > maxPicked;
  const words = isMatching
    ? `all ${resource.label.toLowerCase()}${isFiltered ? " that match" : ""}`
    : counted(count ?? 0, resource.singular);
  const select = (act: BulkAct): BulkSelection => {
    if (selected.kind === "matching") return { matching: matchingParams(query) };
    const records = seenOf(selected.ids).map(({ id, seen }) => ({ id, seen: asked(act, seen) }));
    return { records };
  };
  const dialog = {
    ...{ resource, isLive, select, selected: words, people: list.page.people },
    onChanged: list.renew,
    onDone: clear,
  };
  return (
    <section
      aria-label="Selection"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-raised px-4 py-2 md:px-6"
    >
      <p role="status" className="text-sm font-medium">
        {isMatching
          ? `${words.charAt(0).toUpperCase()}${words.slice(1)} selected`
          : `${(count ?? 0).toLocaleString("en")} selected`}
      </p>
      {!isMatching && (
        <Button
          variant="ghost"
          size="sm"
          disabled={notice !== undefined}
          onClick={selection.selectMatching}
        >
          Select all{isFiltered ? " that match" : ""}
          {!isFiltered && facts.rows > 0 && (
            <span>
              (<CountText count={{ rows: facts.rows, kind: "estimate" }} />)
            </span>
          )}
        </Button>
      )}
      {isBarred && (
        <p className="text-xs text-red">
          {notice ?? `Select more than ${maxPicked.toLocaleString("en")} by a filter.`}
        </p>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {can.update && (
          <DialogButton dialog="bulk-set" size="sm" disabled={isBarred}>
            <Pencil aria-hidden />
            Set fields…
          </DialogButton>
        )}
        {can.delete && (
          <DialogButton dialog="bulk-delete" size="sm" disabled={isBarred}>
            <Trash2 aria-hidden />
            Delete…
          </DialogButton>
        )}
        <ExportMenu
          id="export-selected"
          size="sm"
          resource={resource}
          label="Export"
          about={`Export ${words}`}
          params={isMatching ? exportParams(resource, query, facts) : {}}
          ids={selected.kind === "records" ? [...selected.ids] : undefined}
        />
        <Button variant="ghost" size="sm" onClick={clear}>
          <X aria-hidden />
          Clear
          <Kbd>Esc</Kbd>
        </Button>
      </div>
      {can.update && <BulkDialog id="bulk-set" kind="set" {...dialog} />}
      {can.delete && <BulkDialog id="bulk-delete" kind="delete" {...dialog} />}
    </section>
  );
}

/** To set a field one has to have seen it; to delete a record, all that was shown of it. */
function asked(act: BulkAct, seen: Literals): Literals {
  if (act.kind === "delete") return seen;
  return Object.fromEntries(
    Object.entries(seen).filter(([name]) => Object.hasOwn(act.values, name)),
  );
}

function useEscape(clear: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere =
        event.defaultPrevented ||
        document.querySelector("dialog[open], :popover-open") !== null ||
        (event.target instanceof Element && event.target.matches("input, textarea, select"));
      if (event.key === "Escape" && !isElsewhere) clear();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [clear]);
}
