// Pure: the keys that do something, as one table: what is listed is what works, and what works is listed.
import { type Command, creationId } from "@/lib/model/command";

export type ShortcutDeed =
  | { kind: "search" }
  | { kind: "search page" }
  | { kind: "filter page" }
  | { kind: "list shortcuts" }
  | { kind: "go"; href: string };

export type Shortcut = {
  /** Pressed one after the other; `mod+k` is pressed together, with Command or Control. */
  keys: string[];
  label: string;
  group: "Anywhere" | "Go to";
  does: ShortcutDeed;
};

/** The one that works while typing too, and cannot be turned off. */
export const searchKey = "mod+k";

/** Before the letter of a page. */
const goKey = "g";

const everywhere: Shortcut[] = [
  {
    keys: [searchKey],
    label: "Search pages, records and actions",
    group: "Anywhere",
    does: { kind: "search" },
  },
  {
    keys: ["/"],
    label: "Search this page; everything, where it has no search",
    group: "Anywhere",
    does: { kind: "search page" },
  },
  {
    keys: ["f"],
    label: "Filter the list in view",
    group: "Anywhere",
    does: { kind: "filter page" },
  },
  { keys: ["?"], label: "Show this list", group: "Anywhere", does: { kind: "list shortcuts" } },
];

/** @param pathname the page in view: its resource is the one that gets a new record */
export function shortcutsFor(commands: Command[], pathname: string): Shortcut[] {
  const creation = commands.find(({ id }) => id === creationId(pathname.split("/")[1] ?? ""));
  return [
    ...everywhere,
    ...(creation ? shortcut(["n"], creation, "Anywhere") : []),
    ...goTo(commands),
  ];
}

function shortcut(keys: string[], { label, deed }: Command, group: Shortcut["group"]): Shortcut[] {
  return deed.kind === "go" ? [{ keys, label, group, does: deed }] : [];
}

/** Each main page gets the first letter of its label that no page before it has; none, when all are taken. */
function goTo(commands: Command[]): Shortcut[] {
  const taken = new Set<string>();
  return commands
    .filter(({ group, isMain }) => group === "Pages" && isMain)
    .flatMap((page) => {
      const letters = page.label.toLowerCase().match(/[a-z]/g) ?? [];
      const letter = letters.find((each) => !taken.has(each));
      if (!letter) return [];
      taken.add(letter);
      return shortcut([goKey, letter], page, "Go to");
    });
}

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The key as the table writes it; `undefined` where it is held together with one that makes it another command. */
export function pressedKey(press: Press, isMac: boolean): string | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  const key = latinKey(press);
  if (!ctrlKey && !metaKey && !altKey) return key;
  const isMod = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return isMod && !altKey && !shiftKey ? `mod+${key.toLowerCase()}` : undefined;
}

/** Layouts without Latin letters have them where the key's place says. */
function latinKey({ key, code }: Press): string {
  const isForeign = key.length === 1 && key > "~";
  return isForeign && code.startsWith("Key") ? code.slice(3).toLowerCase() : key;
}

export type Match = { kind: "done"; does: ShortcutDeed } | { kind: "begun" } | { kind: "none" };

/** What `keys`, pressed one after the other, mean. */
export function match(shortcuts: Shortcut[], keys: string[]): Match {
  const begun = shortcuts.filter((each) => keys.every((key, index) => each.keys[index] === key));
  const done = begun.find((each) => each.keys.length === keys.length);
  if (done) return { kind: "done", does: done.does };
  return begun.length > 0 ? { kind: "begun" } : { kind: "none" };
}
