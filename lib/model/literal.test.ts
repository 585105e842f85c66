import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeRecordId, encodeRecordId } from "@/lib/model/literal";
import { anyText } from "@/lib/model/testing/any-text";

const special = [
  "",
  ",",
  "/",
  "%",
  "%2C",
  ".",
  "..",
  "...",
  "new",
  "import",
  "=",
  "=new",
  "a,b",
  " ",
  "ü",
  "\u{10FFFF}",
  "?#",
  "\\",
  "\n",
];
const literal = fc.oneof(anyText(), fc.constantFrom(...special));
const key = fc.array(literal, { minLength: 1, maxLength: 4 });

describe("the id of a record", () => {
  it("leads back to the key's literals, whatever they are", () => {
    fc.assert(
      fc.property(key, (literals) => {
        expect(decodeRecordId(encodeRecordId(literals), literals.length)).toEqual(literals);
      }),
    );
  });

  it("is different for different keys", () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(encodeRecordId(one) === encodeRecordId(other)).toBe(isSame);
      }),
    );
  });

  it("survives as one segment of an address, also where paths have their own ideas", () => {
    fc.assert(
      fc.property(key, (literals) => {
        const id = encodeRecordId(literals);
        const url = new URL(`http://localhost/table/${id}/history`);
        expect(url.pathname.split("/")).toEqual(["", "table", id, "history"]);
        expect(url.search + url.hash).toBe("");
      }),
    );
  });

  it.each([
    [["new"], "=new"],
    [["import"], "=import"],
    [[""], "="],
    [[".."], "=.."],
    [["a", ""], "a,"],
    [["a,b", "c/d"], "a%2Cb,c%2Fd"],
    [["3f2b8c1e-0000-4000-8000-000000000000"], "3f2b8c1e-0000-4000-8000-000000000000"],
  ])("of %j is %s", (literals, id) => expect(encodeRecordId(literals)).toBe(id));

  it.each([
    ["a", 2],
    ["a,b", 1],
    ["", 0],
    ["%", 1],
    ["%ZZ", 1],
    ["%C3", 1],
    ["a,%E0%A4%A", 2],
  ])("%s is none for a key of %i", (id, length) => {
    expect(decodeRecordId(id, length)).toBeUndefined();
  });
});
