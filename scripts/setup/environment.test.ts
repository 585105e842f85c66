// Tests: what a .env file says.
import { expect, test } from "vitest";
import { parseEnvironmentFile } from "./environment.mjs";

test.each([
  ["plain", "A=b", "b"],
  ["spaces around", "  A =  b c  ", "b c"],
  ["exported", "export A=b", "b"],
  ["empty", "A=", ""],
  ["a comment after", "A=b # c", "b"],
  ["only a comment", "A= # c", ""],
  ["# within a word", "A=b#c", "b#c"],
  ["= within", "A=postgres://u:p@h/d?a=b", "postgres://u:p@h/d?a=b"],
  ["$ stays", "A=pa$$word", "pa$$word"],
  ["double quotes", 'A="b # c"', "b # c"],
  ["double quotes and a comment", 'A="b" # c', "b"],
  ["escapes in double quotes", String.raw`A="b\nc\"d\\e"`, 'b\nc"d\\e'],
  ["single quotes are literal", String.raw`A='b\n"c"'`, String.raw`b\n"c"`],
  ["a quote that never ends", 'A="b', '"b'],
  ["Windows line ends", "A=b\r\nB=c\r\n", "b"],
  ["a value over several lines", 'A="-----BEGIN\nx==\n-----END"\nB=c', "-----BEGIN\nx==\n-----END"],
  ["the last of two", "A=b\nA=c", "c"],
])("%s", (_, text, expected) => {
  expect(parseEnvironmentFile(text).A).toBe(expected);
});

test("comments, blank lines and other text name nothing", () => {
  expect(parseEnvironmentFile("# A=b\n\nnot an assignment\n1A=b\n")).toEqual({});
});

test("a multi-line value swallows no later variable", () => {
  expect(parseEnvironmentFile("A='x\ny'\nB=\"z\"\nC=w")).toEqual({ A: "x\ny", B: "z", C: "w" });
});
