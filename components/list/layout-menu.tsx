"use client";
// Client: the button over a list for how it is laid out. What hangs from it comes when it is opened first.
import { Settings2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, menuTrigger } from "@/components/ui/menu";
import type { ListQuery } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";

const LayoutPanel = lazy(() => import("@/components/list/layout-panel"));

export function LayoutMenu({ resource, query }: { resource: Resource; query: ListQuery }) {
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        {...menuTrigger("list-layout")}
        onClick={() => setIsAsked(true)}
        onPointerEnter={() => setIsAsked(true)}
        className="noscript:hidden"
      >
        <Settings2 aria-hidden />
        Columns
      </Button>
      <Menu id="list-layout" label="Columns and layout" placement="below-end" className="w-72">
        {isAsked && (
          <Suspense>
            <LayoutPanel resource={resource} query={query} />
          </Suspense>
        )}
      </Menu>
    </>
  );
}
