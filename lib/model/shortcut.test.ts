import { describe, expect, it } from "vitest";
import type { Command } from "@/lib/model/command";
import { match, pressedKey, shortcutsFor } from "@/lib/model/shortcut";

const page = (label: string): Command => ({
  id: `/${label.toLowerCase()}`,
  label,
  group: "Pages",
  isMain: true,
  words: [],
  deed: { kind: "go", href: `/${label.toLowerCase()}` },
});

const creation: Command = {
  ...page("New session"),
  id: "/sessions/new",
  group: "Actions",
  deed: { kind: "go", href: "/sessions/new" },
};

const keysOf = (labels: string[]) =>
  Object.fromEntries(
    shortcutsFor(labels.map(page), "/")
      .filter(({ group }) => group === "Go to")
      .map(({ label, keys }) => [label, keys.join(" ")]),
  );

describe("the keys of pages", () => {
  it("are the first letters of their labels that are free", () => {
    expect(keysOf(["Overview", "Sessions", "Settings", "Schema", "People"])).toEqual({
      Overview: "g o",
      Sessions: "g s",
      Settings: "g e",
      Schema: "g c",
      People: "g p",
    });
  });

  it("are none for a page whose letters are all taken, or that has none", () => {
    expect(keysOf(["Aa", "Aaa", "Ωμέγα", "Bа"])).toEqual({ Aa: "g a", Bа: "g b" });
  });

  it("leave out pages that are not main ones", () => {
    const [shortcut] = shortcutsFor([{ ...page("Rooms"), isMain: false }], "/").slice(4);
    expect(shortcut).toBeUndefined();
  });
});

describe("n", () => {
  const n = (pathname: string) => match(shortcutsFor([creation], pathname), ["n"]);

  it("makes a record of the resource in view", () => {
    const done = { kind: "done", does: { kind: "go", href: "/sessions/new" } };
    expect(n("/sessions")).toEqual(done);
    expect(n("/sessions/some-id/history")).toEqual(done);
  });

  it("does nothing elsewhere", () => {
    expect(n("/")).toEqual({ kind: "none" });
    expect(n("/progress")).toEqual({ kind: "none" });
  });
});

describe("keys pressed one after the other", () => {
  const shortcuts = shortcutsFor([page("Sessions"), creation], "/sessions");

  it("begin, and end in a deed", () => {
    expect(match(shortcuts, ["g"])).toEqual({ kind: "begun" });
    expect(match(shortcuts, ["g", "s"])).toMatchObject({ kind: "done" });
    expect(match(shortcuts, ["?"])).toMatchObject({ does: { kind: "list shortcuts" } });
  });

  it("mean nothing when no shortcut has them", () => {
    expect(match(shortcuts, ["g", "z"])).toEqual({ kind: "none" });
    expect(match(shortcuts, ["s"])).toEqual({ kind: "none" });
    expect(match(shortcuts, ["k"])).toEqual({ kind: "none" });
  });

  it("are never two shortcuts at once", () => {
    const written = shortcuts.map(({ keys }) => keys.join(" "));
    expect(new Set(written).size).toBe(written.length);
  });
});

describe("a key", () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
    key,
    code: "",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

  it("is the one that the table writes", () => {
    expect(pressedKey(press("?", { shiftKey: true }), false)).toBe("?");
    expect(pressedKey(press("k", { ctrlKey: true }), false)).toBe("mod+k");
    expect(pressedKey(press("K", { metaKey: true }), true)).toBe("mod+k");
  });

  it("is another command with another key held", () => {
    expect(pressedKey(press("k", { ctrlKey: true }), true)).toBeUndefined();
    expect(pressedKey(press("k", { metaKey: true }), false)).toBeUndefined();
    expect(pressedKey(press("k", { ctrlKey: true, shiftKey: true }), false)).toBeUndefined();
    expect(pressedKey(press("n", { altKey: true }), false)).toBeUndefined();
  });

  it("is where its letter would be on layouts of other scripts", () => {
    expect(pressedKey(press("л", { code: "KeyK", ctrlKey: true }), false)).toBe("mod+k");
    expect(pressedKey(press("п", { code: "KeyG" }), false)).toBe("g");
  });
});
