"use client";
// Client: keeps the pages a person stayed on among the recent ones.
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { keepRecent } from "@/components/palette/recent";
import type { Command } from "@/lib/model/command";
import { shortIdLength } from "@/lib/model/page";

/** Those passed through on the way are none; by then the document has its title too. */
const stayMs = 1_000;

export function useVisits(person: string, commands: Command[]): void {
  const pathname = usePathname();
  const view = useSearchParams().get("view");
  useEffect(() => {
    const stay = setTimeout(() => {
      const href = view ? `${pathname}?view=${encodeURIComponent(view)}` : pathname;
      const visited = commands.find(({ id }) => id === href) ?? untitled(pathname, commands);
      if (!visited || pathname === "/find") return;
      keepRecent(person, { href, label: visited.label, detail: visited.detail ?? "" });
    }, stayMs);
    return () => clearTimeout(stay);
  }, [person, commands, pathname, view]);
}

/** A record and the like: called as its document, told from others by where it is. */
function untitled(pathname: string, commands: Command[]) {
  const end = document.title.lastIndexOf(" · ");
  if (end < 0) return undefined;
  const [, parent, id] = pathname.split("/");
  const place = commands.find((command) => command.id === `/${parent}`)?.label;
  const detail = [place, id?.slice(0, shortIdLength)].filter(Boolean).join(" · ");
  return { label: document.title.slice(0, end), detail };
}
