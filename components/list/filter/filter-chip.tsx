"use client";
// Client: one condition in words: a click changes it, its cross removes it, as Delete does.
import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { ListLink } from "@/components/list/list-link";
import { conditionWords, partText } from "@/lib/model/filter/describe";
import { type FilterPart, isGroup } from "@/lib/model/filter/filter";
import type { Page } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";

type FilterChipProps = {
  resource: Resource;
  part: FilterPart;
  people: Page["people"];
  /** The panel in which it is changed, and what that hangs from. */
  panelId: string;
  anchor: string;
  removeHref: string;
  isHydrated: boolean;
  /** One of several, any of which may match: they are framed together. */
  isAlternative: boolean;
  onEdit: () => void;
  onRemove: (cross: Element) => void;
};

const bodyClass =
  "flex h-full min-w-0 items-center rounded-l-[5px] pr-1 pl-2 focus-visible:-outline-offset-2";

export function FilterChip(props: FilterChipProps) {
  const { resource, part, people, panelId, anchor, removeHref, isHydrated } = props;
  const text = partText(resource, part, people);
  // What the builder cannot show in one line can only be removed.
  const canEdit = isHydrated && !isGroup(part);

  function removeOnDelete(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    props.onRemove(event.currentTarget);
    window.history.pushState(null, "", removeHref);
  }

  return (
    <span
      className={`inline-flex h-7 max-w-full items-stretch rounded-md border text-xs pointer-coarse:h-9 ${props.isAlternative ? "border-transparent bg-hover" : "border-line-strong bg-surface"}`}
      style={{ anchorName: anchor }}
    >
      {canEdit ? (
        <button
          type="button"
          data-chip
          popoverTarget={panelId}
          popoverTargetAction="show"
          aria-haspopup="dialog"
          aria-keyshortcuts="Delete"
          title={`Change: ${text}`}
          onClick={props.onEdit}
          onKeyDown={removeOnDelete}
          className={`${bodyClass} hover:bg-hover`}
        >
          <Words {...{ resource, part, people }} />
        </button>
      ) : (
        <span className={bodyClass} title={text}>
          <Words {...{ resource, part, people }} />
        </span>
      )}
      <ListLink
        href={removeHref}
        aria-label={`Remove: ${text}`}
        title="Remove"
        onClick={(event) => props.onRemove(event.currentTarget)}
        className="grid w-6 shrink-0 place-items-center rounded-r-[5px] text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:w-9"
      >
        <X aria-hidden className="size-3.5" />
      </ListLink>
    </span>
  );
}

function Words({ resource, part, people }: Pick<FilterChipProps, "resource" | "part" | "people">) {
  if (isGroup(part)) return <span className="truncate">{partText(resource, part, people)}</span>;
  const { subject, operator, value } = conditionWords(resource, part, people);
  return (
    <span className="truncate text-muted">
      {subject} {operator}
      {value && (
        <>
          {" "}
          <span className="font-medium text-ink">{value}</span>
        </>
      )}
    </span>
  );
}
