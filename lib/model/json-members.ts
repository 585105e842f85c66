// Pure: the members of a JSON object as texts, so that no number is rounded and nothing nested is built.
import { jsonFaultAt, placeIn } from "@/lib/model/json-fault";

/** Keys that mean something to JavaScript objects; a careless reader of them changes every object. */
export const treacherousKeys = new Set(["__proto__", "constructor", "prototype"]);

const maxDepth = 200;
const string = /"[^"\\]*(?:\\.[^"\\]*)*"/y;

type Members = { ok: true; members: [key: string, json: string][] } | { ok: false; fault: string };

/** @returns each member's key and the text of its value, as they were written and in that order */
export function jsonMembers(text: string): Members {
  const at = jsonFaultAt(text);
  if (at !== undefined)
    return { ok: false, fault: `This is not valid JSON: ${placeIn(text, at)}.` };
  const start = /\S/.exec(text)?.index ?? 0;
  if (text.charAt(start) !== "{") return { ok: false, fault: "Send a JSON object, { … }." };
  return readMembers(text, start);
}

function readMembers(text: string, start: number): Members {
  const members = new Map<string, string>();
  let depth = 0;
  let key: string | undefined;
  let valueFrom = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      string.lastIndex = at;
      string.test(text);
      if (depth === 1 && key === undefined) key = text.slice(at, string.lastIndex);
      at = string.lastIndex - 1;
    } else if (character === ":" && depth === 1) {
      valueFrom = at + 1;
    } else if (character === "{" || character === "[") {
      depth++;
      if (depth > maxDepth) {
        return { ok: false, fault: `This JSON is nested more than ${maxDepth} levels deep.` };
      }
    } else if (depth === 1 && (character === "," || character === "}")) {
      if (key !== undefined) {
        const name = JSON.parse(key) as string;
        if (members.has(name)) return { ok: false, fault: `“${name}” is given twice.` };
        members.set(name, text.slice(valueFrom, at).trim());
      }
      key = undefined;
      if (character === "}") depth--;
    } else if (character === "}" || character === "]") {
      depth--;
    }
  }
  return { ok: true, members: [...members] };
}
