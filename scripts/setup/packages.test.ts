// Tests: when the installed packages are those of the lock file.
import { expect, test } from "vitest";
import { arePackagesCurrent, holdsAll } from "./packages.mjs";
import { projectFolder } from "./paths.mjs";

const next = { version: "16.0.0" };

test("the packages that run this test are current", () => {
  expect(arePackagesCurrent(projectFolder)).toBe(true);
});

test("without node_modules nothing is current", () => {
  expect(arePackagesCurrent(`${projectFolder}/app`)).toBe(false);
});

test.each([
  ["the same", { "": {}, a: next }, { a: next }, true],
  ["missing", { a: next }, {}, false],
  ["of another version", { a: next }, { a: { version: "15.0.0" } }, false],
  ["optional and missing", { a: { ...next, optional: true } }, {}, true],
  ["optional and old", { a: { ...next, optional: true } }, { a: { version: "1.0.0" } }, false],
  ["more than asked for", { a: next }, { a: next, b: next }, true],
])("%s", (_, wanted, installed, expected) => {
  expect(holdsAll(wanted, installed)).toBe(expected);
});
