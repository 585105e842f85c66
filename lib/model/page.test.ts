import { describe, expect, it } from "vitest";
import { targetOf } from "@/lib/model/page";

const page = {
  people: { ada: { name: "", email: "ada@example.com" } },
  related: { sessions: { "a,b/c": "1:1", "2": "", ["__proto__"]: "odd" }, people: {} },
};
const to = (refersTo: string, literal: string | null) =>
  targetOf({ refersTo, isPerson: refersTo === "people" }, literal, page);

describe("what a literal refers to", () => {
  it("is a record by its title, at its own address", () => {
    expect(to("sessions", "a,b/c")).toEqual({ href: "/sessions/a%2Cb%2Fc", title: "1:1" });
    expect(to("sessions", "2")).toEqual({ href: "/sessions/2", title: "" });
  });

  it("is no record where none has that key, whatever objects inherit", () => {
    expect(to("sessions", "3")).toEqual({ title: "" });
    expect(to("sessions", "constructor")).toEqual({ title: "" });
  });

  it("is a person by name or address, and nobody knows more of others", () => {
    expect(to("people", "ada")).toEqual({ href: "/people/ada", title: "ada@example.com" });
    expect(to("people", "bob")).toBeUndefined();
    expect(to("people", "constructor")).toBeUndefined();
  });

  it("is not known without a literal, a relation, or a resource that was read", () => {
    expect(to("sessions", null)).toBeUndefined();
    expect(to("sessions", "")).toBeUndefined();
    expect(to("elsewhere", "1")).toBeUndefined();
    expect(targetOf({ isPerson: false }, "2", page)).toBeUndefined();
    const unread = { people: page.people };
    expect(targetOf({ refersTo: "sessions", isPerson: false }, "2", unread)).toBeUndefined();
  });
});
