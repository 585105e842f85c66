"use client";
// Client: what the palette lists, in its order: recent things, commands, records, the way to the search page.
import { Clock, Database, FileText, Search } from "lucide-react";
import type { ReactNode } from "react";
import { PaletteIcon } from "@/components/palette/palette-icon";
import { rankCommands } from "@/components/palette/rank";
import type { Recent } from "@/components/palette/recent";
import type { Command, Deed } from "@/lib/model/command";
import type { Findings } from "@/lib/model/found";

export type Line = {
  /** Unique in the palette. */
  id: string;
  icon: ReactNode;
  label: string;
  detail?: string | undefined;
  keys?: string[] | undefined;
  deed: Deed;
};

export type Section = { heading: string; lines: Line[] };

/** The keys that do the same, by a command's id. */
export type CommandKeys = Map<string, string[]>;

const maxRecent = 5;
const maxRanked = 6;

/** Before anything is typed. */
export function openingSections(
  commands: Command[],
  keys: CommandKeys,
  recent: Recent[],
): Section[] {
  const main = commands.filter(({ isMain }) => isMain);
  const others = recent.filter(({ href }) => !main.some(({ id }) => id === href));
  const lines = others.slice(0, maxRecent).map(recentLine);
  return [
    ...(lines.length > 0 ? [{ heading: "Recent", lines }] : []),
    ...inGroups(main, keys, Infinity),
  ];
}

/** @param text what was typed */
export function matchingSections(
  text: string,
  commands: Command[],
  keys: CommandKeys,
  findings: Findings,
): Section[] {
  return [
    ...inGroups(rankCommands(commands, text), keys, maxRanked),
    ...findings.groups.map(foundSection),
    { heading: "Search", lines: [searchPageLine(text)] },
  ];
}

/** The group of the first command stands first. */
function inGroups(commands: Command[], keys: CommandKeys, limit: number): Section[] {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return groups.map((heading) => ({
    heading,
    lines: commands
      .filter(({ group }) => group === heading)
      .slice(0, limit)
      .map((command) => ({
        ...command,
        icon: <PaletteIcon command={command} />,
        keys: keys.get(command.id),
      })),
  }));
}

function recentLine({ href, label, detail }: Recent): Line {
  return { id: `recent ${href}`, icon: <Clock aria-hidden />, label, detail, deed: go(href) };
}

function foundSection({ label: heading, found }: Findings["groups"][number]): Section {
  const Icon = heading === "Migrations" ? Database : FileText;
  return {
    heading,
    lines: found.map(({ href, title, detail }) => ({
      id: `found ${href}`,
      icon: <Icon aria-hidden />,
      label: title,
      detail,
      deed: go(href),
    })),
  };
}

function searchPageLine(text: string): Line {
  const href = `/find?q=${encodeURIComponent(text)}`;
  const label = `See all results for “${text}”`;
  return { id: "search page", icon: <Search aria-hidden />, label, deed: go(href) };
}

function go(href: string): Deed {
  return { kind: "go", href };
}
