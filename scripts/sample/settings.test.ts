import { describe, expect, it } from "vitest";
import { settingOf } from "@/lib/model/settings/contract";
import { contract } from "@/lib/settings/contract";
import { settingRows } from "./settings";

const rows = settingRows(new Date("2026-03-10T00:00:00Z"));

describe("settings", () => {
  it("have unique dotted keys, some of them public", () => {
    expect(rows.length).toBeGreaterThanOrEqual(24);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    for (const { key } of rows) expect(key).toMatch(/^[a-z]+\.[a-z_]+$/);
    expect(new Set(rows.map((row) => row.is_public))).toEqual(new Set([true, false]));
  });

  it("are what the contract asks for, but for one that nobody declared", () => {
    const declared = rows.filter(({ key }) => settingOf(contract, key));
    expect(rows.length - declared.length).toBe(1);
    for (const { key, value } of declared) {
      expect([key, settingOf(contract, key)?.parse(value)]).toEqual([
        key,
        { ok: true, value: expect.anything() },
      ]);
    }
  });

  it.each([
    ["booleans", /^(true|false)$/],
    ["integers", /^\d+$/],
    ["decimals", /^-?\d+\.\d+$/],
    ["URLs", /^https:\/\//],
    ["e-mail addresses", /^\S+@\S+$/],
    ["JSON objects", /^\{/],
    ["ISO durations", /^P.*\d[YMDHS]$/],
    ["colours", /^#[0-9a-f]{6}$/],
    ["cron expressions", /^(\S+ ){4}\S+$/],
    ["texts of several lines", /\n\n/],
    ["nothing", /^$/],
  ])("hold %s", (_kind, pattern) => {
    expect(rows.some(({ value }) => pattern.test(value))).toBe(true);
  });
});
