import { describe, expect, it } from "vitest";
import { returnPath } from "@/lib/auth/return-path";

describe("the path to return to after signing in", () => {
  it.each(["/", "/sessions", "/sessions?sort=-createdAt&q=a%2Fb#top", "/sessions/a,b/history"])(
    "keeps %s",
    (path) => expect(returnPath(path)).toBe(path),
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/%09/evil.example",
    "/%0a/evil.example",
    "/%2f/evil.example",
    "/%5cevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/ /evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "\\/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "evil.example",
    "",
  ])("A22: replaces %j", (path) => expect(returnPath(path)).toBe("/"));

  it.each([undefined, null, 7, ["/sessions"]])("replaces %j, which is no text", (value) =>
    expect(returnPath(value)).toBe("/"),
  );

  it.each(["/login", "/login?next=/login", "/setup?token=x"])("does not go round: %s", (path) =>
    expect(returnPath(path)).toBe("/"),
  );

  it("keeps a page whose name only begins like the sign-in page's", () =>
    expect(returnPath("/login_events")).toBe("/login_events"));

  it("always resolves to the same origin", () => {
    for (const path of ["/a\\..\\\\b", "/a/../..//b", "/\u0000/b", "/?next=//b", "/#//b"]) {
      expect(new URL(returnPath(path), "https://admin.example").origin).toBe(
        "https://admin.example",
      );
    }
  });
});
