import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonMembers } from "@/lib/model/json-members";

function members(text: string) {
  const read = jsonMembers(text);
  if (!read.ok) throw new Error(read.fault);
  return read.members;
}

describe("the members of a JSON object", () => {
  it("come as they are written", () => {
    const text = '\n{ "a" : 1.50 , "b\\n": {"x":[1, {"y":"}"}]}, "c":"\\"}", "d":[ ] }';
    expect(members(text)).toEqual([
      ["a", "1.50"],
      ["b\n", '{"x":[1, {"y":"}"}]}'],
      ["c", '"\\"}"'],
      ["d", "[ ]"],
    ]);
    expect(members("{}")).toEqual([]);
  });

  it("are those that JSON.parse finds", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3), (object, indent) => {
        const text = JSON.stringify(object, null, indent);
        const read = members(text).map(([key, json]) => [key, JSON.parse(json)]);
        expect(read).toEqual(Object.entries(JSON.parse(text)));
      }),
    );
  });

  it("are refused with the reason", () => {
    const faultOf = (text: string) => {
      const read = jsonMembers(text);
      return read.ok ? undefined : read.fault;
    };
    expect(faultOf('{"a":1,}')).toBe("This is not valid JSON: line 1, column 8.");
    expect(faultOf("5")).toBe("Send a JSON object, { … }.");
    expect(faultOf('{"a":1,"\\u0061":2}')).toBe("“a” is given twice.");
    expect(faultOf(`{"a":${"[".repeat(199)}${"]".repeat(199)}}`)).toBeUndefined();
    expect(faultOf(`{"a":${"[".repeat(200)}${"]".repeat(200)}}`)).toContain("200 levels");
  });
});
