"use client";
// Client: the saved views of a list as links: one's own, and those of others that are shared.
import { Check, Users } from "lucide-react";
import type { ReactNode } from "react";
import { ListLink } from "@/components/list/list-link";
import { roleNames } from "@/components/list/saved-view-words";
import { Badge } from "@/components/ui/badge";
import { menuItemClass } from "@/components/ui/menu";
import type { Role } from "@/lib/model/actor";
import { plainView, savedHref } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import { defaultView, type SavedView } from "@/lib/model/saved-views";

type SavedViewLinksProps = {
  resource: Resource;
  views: SavedView[];
  current?: SavedView;
  role: Role;
};

export function SavedViewLinks({ resource, views, current, role }: SavedViewLinksProps) {
  const plain = defaultView(views, role) && plainView;
  const linkTo = (view: SavedView) => (
    <ViewLink
      key={view.id}
      href={savedHref(resource, view.id)}
      isCurrent={view.id === current?.id}
      name={view.name}
    >
      {view.defaultFor.length > 0 && (
        <Badge title={`What ${roleNames(view.defaultFor)} see first`}>
          Default for {roleNames(view.defaultFor)}
        </Badge>
      )}
      {view.isOwn && view.isShared && view.defaultFor.length === 0 && (
        <Users role="img" aria-label="Shared" />
      )}
      {!view.isOwn && (
        <span className="max-w-24 shrink-0 truncate text-xs text-muted">{view.ownerName}</span>
      )}
    </ViewLink>
  );
  return (
    <>
      <ViewLink
        href={savedHref(resource, plain)}
        isCurrent={current === undefined}
        name={`All ${resource.label.toLowerCase()}`}
      />
      <Group label="Mine">{views.filter(({ isOwn }) => isOwn).map(linkTo)}</Group>
      <Group label="Shared">{views.filter(({ isOwn }) => !isOwn).map(linkTo)}</Group>
    </>
  );
}

function Group({ label, children }: { label: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: there is nothing to fill in.
    <div role="group" aria-label={label}>
      <p aria-hidden className="px-2 pt-2 pb-1 text-xs text-muted">
        {label}
      </p>
      {children}
    </div>
  );
}

function ViewLink({
  href,
  isCurrent,
  name,
  children,
}: {
  href: string;
  isCurrent: boolean;
  name: string;
  children?: ReactNode;
}) {
  return (
    <ListLink href={href} aria-current={isCurrent || undefined} className={menuItemClass}>
      <Check aria-hidden className={isCurrent ? "" : "invisible"} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {children}
    </ListLink>
  );
}
