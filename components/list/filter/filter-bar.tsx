"use client";
// Client: a list's filters as chips, and the way to more of them. What makes them is loaded when it is opened.
import { ListFilter } from "lucide-react";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { FilterChip } from "@/components/list/filter/filter-chip";
import type { Editing } from "@/components/list/filter/filter-panel";
import { ListLink } from "@/components/list/list-link";
import type { ListToolbarProps } from "@/components/list/list-toolbar";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { type PartPath, partAt, withoutPart } from "@/lib/model/filter/edit";
import { everything, formatFilter, type Group, isGroup } from "@/lib/model/filter/filter";
import { listHref } from "@/lib/model/list-params";

const loadPanel = () => import("@/components/list/filter/filter-panel");
const FilterPanel = lazy(loadPanel);

/** On a phone they are one line that scrolls, below what stands beside them elsewhere. */
const chipsClass =
  "flex min-h-8 min-w-0 flex-wrap items-center gap-1.5 " +
  "sm:max-h-28 sm:overflow-y-auto max-sm:order-last max-sm:basis-full max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:overscroll-x-contain";

/** On a phone it is a sheet. */
const panelClass =
  "overlay anchored w-80 max-w-[calc(100vw-16px)] max-h-[min(80dvh,560px)] overflow-y-auto rounded-lg bg-raised p-3 shadow-overlay " +
  "max-sm:inset-[auto_0_0_0]! max-sm:m-0! max-sm:w-full! max-sm:max-w-none max-sm:rounded-b-none max-sm:[position-area:none]! max-sm:pb-[max(12px,env(safe-area-inset-bottom))]";

const buttonAnchor = "--filter-button";

export function FilterBar({ resource, query, facts, people }: ListToolbarProps) {
  const panelId = useId();
  const isHydrated = useIsHydrated();
  const bar = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // Each opening begins anew; what is shown stays while the panel fades.
  const [opened, setOpened] = useState<{ count: number; editing: Editing }>();
  const focusAfterRemoval = useFocusAfterRemoval(bar, formatFilter(query.where));

  const hrefOf = (where: Group) =>
    listHref(resource, { ...query, where, position: { at: "first" } });
  const edit = (editing: Editing) =>
    setOpened((before) => ({ count: (before?.count ?? 0) + 1, editing }));

  function apply(where: Group, next?: Editing) {
    const href = hrefOf(where);
    if (href !== hrefOf(query.where)) window.history.pushState(null, "", href);
    if (next) edit(next);
    else panel.current?.hidePopover();
  }

  const anchorOf = (path: PartPath) => `--filter-chip-${path.join("-")}`;
  const anchor = opened?.editing.path && anchorOf(opened.editing.path);
  const chip = (path: PartPath, isAlternative: boolean) => {
    const part = partAt(query.where, path);
    if (!part) return null;
    return (
      <FilterChip
        {...{ resource, part, people, panelId, isHydrated, isAlternative }}
        anchor={anchorOf(path)}
        removeHref={hrefOf(withoutPart(query.where, path))}
        onEdit={() => edit({ path })}
        onRemove={focusAfterRemoval}
      />
    );
  };
  const { parts } = query.where;
  return (
    <div ref={bar} className="flex min-w-0 items-start gap-2 max-sm:contents sm:flex-1">
      <Button
        data-filter
        popoverTarget={panelId}
        aria-haspopup="dialog"
        aria-keyshortcuts="f"
        style={{ anchorName: buttonAnchor }}
        onClick={() => edit({})}
        onPointerEnter={loadPanel}
        className={isHydrated ? "" : "invisible"}
      >
        <ListFilter aria-hidden />
        Filter
      </Button>
      {parts.length > 0 && (
        <div className={chipsClass}>
          <ul aria-label="Filters" className="contents">
            {parts.map((part, index) => (
              <li
                key={formatFilter({ any: false, parts: [part] })}
                className="min-w-0 max-w-full max-sm:shrink-0"
              >
                {isGroup(part) && part.any ? (
                  <AnyGroup path={[index]} count={part.parts.length} chip={chip} />
                ) : (
                  chip([index], false)
                )}
              </li>
            ))}
          </ul>
          {parts.length > 1 && (
            <ListLink
              href={hrefOf(everything)}
              onClick={() => focusAfterRemoval()}
              className="inline-flex h-7 shrink-0 items-center rounded-md px-2 text-xs text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:h-9"
            >
              Clear all
            </ListLink>
          )}
        </div>
      )}
      <div
        ref={panel}
        id={panelId}
        popover="auto"
        role="dialog"
        aria-label="Filter"
        style={{
          positionAnchor: anchor ?? buttonAnchor,
          positionArea: "block-end span-inline-end",
        }}
        className={panelClass}
      >
        {opened && (
          <Suspense fallback={<Spinner label="Loading the filters" className="p-2" />}>
            <FilterPanel
              key={opened.count}
              {...{ resource, query, facts, people, apply }}
              editing={opened.editing}
            />
          </Suspense>
        )}
      </div>
    </div>
  );
}

type AnyGroupProps = {
  path: PartPath;
  count: number;
  chip: (path: PartPath, isAlternative: boolean) => React.ReactNode;
};

function AnyGroup({ path, count, chip }: AnyGroupProps) {
  return (
    <ul
      aria-label="Any of"
      className="flex items-center gap-1 rounded-md border border-dashed border-line-strong p-px sm:flex-wrap"
    >
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: alternatives are told apart by their place alone.
        <li key={index} className="flex min-w-0 items-center gap-1">
          {index > 0 && <span className="px-0.5 text-xs text-muted">or</span>}
          {chip([...path, index], true)}
        </li>
      ))}
    </ul>
  );
}

/** The chip that takes the place of one that was removed, else the button that makes new ones, gets the focus. */
function useFocusAfterRemoval(bar: React.RefObject<HTMLDivElement | null>, filter: string) {
  const wanted = useRef<number>(undefined);
  const chips = () => [...(bar.current?.querySelectorAll<HTMLElement>("[data-chip]") ?? [])];
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the filter on screen is another.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const left = chips();
    const next = left[Math.min(wanted.current, left.length - 1)];
    (next ?? bar.current?.querySelector<HTMLElement>("[data-filter]"))?.focus();
    wanted.current = undefined;
  }, [filter]);
  return (removed?: Element) => {
    const at = chips().findIndex((each) => each.parentElement === removed?.parentElement);
    wanted.current = Math.max(at, 0);
  };
}
