import { describe, expect, it } from "vitest";
import { rankCommands } from "@/components/palette/rank";
import type { Command } from "@/lib/model/command";

const command = (label: string, ...words: string[]): Command => ({
  id: label,
  label,
  group: "Pages",
  isMain: true,
  words,
  deed: { kind: "copy link" },
});

const commands = [
  command("Overview", "home"),
  command("Sessions", "ai_coach_some_sessions"),
  command("Sessions › Calendar"),
  command("Settings", "ai_coach_app_settings"),
  command("Schema", "advice", "indexes"),
  command("Switch to the dark theme", "mode"),
  command("New session", "create"),
  command("Sign out", "log out"),
];

const first = (text: string) => rankCommands(commands, text)[0]?.label;
const all = (text: string) => rankCommands(commands, text).map(({ label }) => label);

describe("commands are ranked", () => {
  it("by how their labels begin", () => {
    expect(first("ses")).toBe("Sessions");
    expect(first("set")).toBe("Settings");
    expect(first("over")).toBe("Overview");
  });

  it("by the beginnings of words, in their order", () => {
    expect(first("cal")).toBe("Sessions › Calendar");
    expect(first("ses cal")).toBe("Sessions › Calendar");
    expect(first("dark")).toBe("Switch to the dark theme");
    expect(first("new ses")).toBe("New session");
  });

  it("with letters left out", () => {
    expect(first("stngs")).toBe("Settings");
    expect(first("overvw")).toBe("Overview");
  });

  it("by other words, behind those that are called so", () => {
    expect(first("log out")).toBe("Sign out");
    expect(first("indexes")).toBe("Schema");
    expect(all("home")[0]).toBe("Overview");
  });

  it("however the words are divided", () => {
    expect(first("sessions/cal")).toBe("Sessions › Calendar");
    expect(first("some_sessions")).toBe("Sessions");
  });

  it("and left out where letters only happen to occur", () => {
    expect(all("s")).not.toContain("Overview");
    expect(all("%")).toEqual([]);
    expect(all("3f2b8c1e-0000")).toEqual([]);
    expect(all("check-in")).toEqual([]);
    expect(all("ada lovelace")).toEqual([]);
    expect(all("test 1a2b3c4d")).toEqual([]);
  });
});
