"use client";
// Client: which saved view is on screen and whether it still is that; the others, and what can be done with it.
import { Bookmark, ChevronDown, Link2, Pencil, Plus, Save, Trash2, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useActionState, useEffect } from "react";
import { ListLink } from "@/components/list/list-link";
import { dialogIds, ViewInputs } from "@/components/list/saved-view-inputs";
import { SavedViewLinks } from "@/components/list/saved-view-links";
import type { SavedViewsProps } from "@/components/list/saved-view-state";
import { Badge } from "@/components/ui/badge";
import { Menu, MenuButton, MenuItem, MenuSeparator, menuItemClass } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { definitionText, plainView, savedHref } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import { explicitHref, type ResolvedList } from "@/lib/model/saved-views";

const SavedViewDialogs = dynamic(() =>
  import("@/components/list/saved-view-dialogs").then((module) => module.SavedViewDialogs),
);

const menu = "saved-views";

type SavedViewMenuProps = { resource: Resource; resolved: ResolvedList; saved: SavedViewsProps };

export function SavedViewMenu({ resource, resolved, saved }: SavedViewMenuProps) {
  const { view, query, isChanged } = resolved;
  const [state, save] = useActionState(saved.save, {});
  const definition = definitionText(resource, query);
  const isEdited = isChanged && view !== undefined;

  useEffect(() => {
    const dialog = state.error && document.getElementById(dialogIds.conflict);
    if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  }, [state]);

  return (
    <>
      <MenuButton menu={menu} className="max-w-80 min-w-0">
        <Bookmark aria-hidden className="text-muted" />
        <span className="truncate">{view?.name ?? `All ${resource.label.toLowerCase()}`}</span>
        {isEdited && (
          <Badge tone="amber" dot>
            Edited
          </Badge>
        )}
        <ChevronDown aria-hidden className="text-muted" />
      </MenuButton>
      <Menu id={menu} label={`Saved views of ${resource.label.toLowerCase()}`} className="w-80">
        {isEdited && view.mayChange && (
          <form action={save}>
            <ViewInputs view={view} submission={state.submission ?? saved.submission} />
            <input type="hidden" name="definition" value={definition} />
            <MenuItem type="submit">
              <Save aria-hidden /> Save changes
            </MenuItem>
          </form>
        )}
        {isEdited && (
          <>
            <ListLink href={savedHref(resource, view.id)} className={menuItemClass}>
              <Undo2 aria-hidden /> Drop changes
            </ListLink>
            <MenuSeparator />
          </>
        )}
        <SavedViewLinks {...{ resource, current: view, ...saved }} />
        <MenuSeparator />
        <MenuItem command="show-modal" commandfor={dialogIds.create} aria-haspopup="dialog">
          <Plus aria-hidden /> Save as new view…
        </MenuItem>
        {view?.mayChange && (
          <>
            <MenuItem command="show-modal" commandfor={dialogIds.edit} aria-haspopup="dialog">
              <Pencil aria-hidden /> Rename or share…
            </MenuItem>
            <MenuItem command="show-modal" commandfor={dialogIds.remove} aria-haspopup="dialog">
              <Trash2 aria-hidden /> Delete…
            </MenuItem>
          </>
        )}
        <MenuItem onClick={() => copyLink(shareableHref(resource, resolved))}>
          <Link2 aria-hidden /> Copy link
        </MenuItem>
      </Menu>
      <SavedViewDialogs {...{ resource, view, definition, saved, conflict: { state, save } }} />
    </>
  );
}

/** A private view is nothing to others: they are given what it holds. */
function shareableHref(resource: Resource, { view, query, isChanged }: ResolvedList): string {
  if (view?.isShared && !isChanged) return savedHref(resource, view.id);
  const isPlain = definitionText(resource, query) === "";
  if (isPlain) return savedHref(resource, plainView);
  return explicitHref(resource, { ...query, position: { at: "first" } });
}

async function copyLink(href: string) {
  try {
    await navigator.clipboard.writeText(new URL(href, window.location.href).href);
    await showToast({ message: "Link copied", tone: "success" });
  } catch {
    await showToast({
      message: "The link could not be copied. Copy the address.",
      tone: "warning",
    });
  }
}
