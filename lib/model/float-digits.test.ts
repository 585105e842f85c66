import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepsDigits } from "@/lib/model/float-digits";

describe("what was typed into a float", () => {
  it.each([
    ["0.1", "0.1"],
    ["+1", "1"],
    ["-0.00", "-0"],
    ["1000000", "1e+06"],
    ["1.50000", "1.5"],
    [".5e-3", "0.0005"],
    ["19413829760426710", "1.9413829760426712e+16"],
    ["NaN", "NaN"],
    ["-inf", "-Infinity"],
    ["5e-324", "5e-324"],
  ])("%s is kept by a double as %s", (literal, stored) => {
    expect(keepsDigits(literal, stored, false)).toBe(true);
  });

  it.each([
    ["9007199254740993", "9.007199254740992e+15"],
    ["3.14159265358979323846", "3.141592653589793"],
    ["4e-324", "5e-324"],
    [`0.${"1".repeat(101)}`, "0.1111111111111111"],
  ])("%s is not, it would be %s", (literal, stored) => {
    expect(keepsDigits(literal, stored, false)).toBe(false);
  });

  it.each([
    ["0.1", "0.1", true],
    ["0.10000000149011612", "0.1", true],
    ["0.1000000001", "0.1", false],
    ["16777216", "1.6777216e+07", true],
    ["16777217", "1.6777216e+07", false],
  ])("%s in a real that has %s: %s", (literal, stored, isKept) => {
    expect(keepsDigits(literal, stored, true)).toBe(isKept);
  });

  it("is kept whenever it is what a program prints for a float", () => {
    const values = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(values, (value) => {
        expect(keepsDigits(String(value), String(value), false)).toBe(true);
        const single = Math.fround(value);
        if (Number.isFinite(single)) {
          expect(keepsDigits(String(single), String(single), true)).toBe(true);
        }
      }),
    );
  });
});
