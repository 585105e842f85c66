import { expect, it } from "vitest";
import { csvText } from "@/lib/model/csv";

it("quotes what needs it, tells nothing from an empty text, and changes no cell", () => {
  expect(
    csvText([
      ["a", "b"],
      ['say "x"', "1,5"],
      ["two\r\nlines", " blank"],
      ["", null],
      ["=1+1", "-1"],
    ]),
  ).toBe('a,b\r\n"say ""x""","1,5"\r\n"two\r\nlines"," blank"\r\n"",\r\n=1+1,-1\r\n');
});
