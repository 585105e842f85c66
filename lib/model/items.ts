// Pure: a JSON value as lists that can be read: texts, what is done, how far, what else is said. No shape is required.
import { cutText } from "@/lib/model/cut-text";

export type Item = {
  text: string;
  /** The text is JSON that has no better form. */
  isJson?: boolean;
  /** `http` and `https` only. */
  href?: string;
  isDone?: boolean;
  /** From 0 to 1. */
  progress?: number;
  /** What else an object says: `due: Friday`. */
  details?: string[];
  groups?: ItemGroup[];
};

export type ItemGroup = { label?: string; items: Item[] };

/** `hidden` is how many more there are than are shown. */
export type Items = { groups: ItemGroup[]; hidden: number };

const maxLength = 200_000;
const maxItems = 200;
const maxDepth = 4;
const maxText = 2_000;
const maxDetails = 6;

const textKeys = [
  "title",
  "text",
  "name",
  "label",
  "goal",
  "task",
  "description",
  "summary",
  "value",
];
const doneKeys = ["done", "completed", "complete", "checked", "achieved", "isdone"];
const progressKeys = ["progress", "percent", "percentage", "completion"];
const linkKeys = ["url", "link", "href"];

/** @returns `undefined` where the literal itself tells more: no JSON, very long, or numbers that would be rounded */
export function readItems(literal: string): Items | undefined {
  if (literal.length > maxLength) return undefined;
  try {
    const counter = { items: 0 };
    const groups = groupsOf(JSON.parse(literal, requireWhole), 0, counter);
    return { groups, hidden: Math.max(0, counter.items - maxItems) };
  } catch {
    return undefined;
  }
}

/** A whole number beyond these would be shown as another one. */
function requireWhole(_key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isSafeInteger(value) && Math.abs(value) >= 2 ** 53) {
    throw new RangeError("This number would be rounded.");
  }
  return value;
}

type Counter = { items: number };

/** Lists, each under the key that it has; what is no list or object is a list of one. */
function groupsOf(value: unknown, depth: number, counter: Counter, label?: string): ItemGroup[] {
  const group = (items: Item[]) => (items.length > 0 ? [{ ...(label && { label }), items }] : []);
  if (value === null || value === "") return [];
  if (Array.isArray(value)) return group(listOf(value, depth, counter));
  if (!isObject(value) || textKeyOf(value) || depth >= maxDepth) {
    return group(listOf([value], depth, counter));
  }
  return Object.entries(value).flatMap(([key, member]) => {
    const words = label ? `${label} · ${wordsOf(key).toLowerCase()}` : wordsOf(key);
    return groupsOf(member, depth + 1, counter, words);
  });
}

function listOf(values: unknown[], depth: number, counter: Counter): Item[] {
  const items: Item[] = [];
  for (const value of values) {
    if (value === null || value === "") continue;
    counter.items++;
    if (counter.items <= maxItems) items.push(itemOf(value, depth, counter));
  }
  return items;
}

function itemOf(value: unknown, depth: number, counter: Counter): Item {
  if (isScalar(value)) return textItem(String(value));
  if (!isObject(value) || depth >= maxDepth) return jsonItem(value);
  const textKey = textKeyOf(value);
  if (textKey) return objectItem(value, textKey, depth, counter);
  const members = Object.entries(value);
  const isFlat = members.length > 0 && members.every(([, member]) => isScalar(member));
  return isFlat && members.length <= maxDetails
    ? { text: cut(members.map(([key, member]) => `${wordsOf(key)}: ${member}`).join(" · ")) }
    : jsonItem(value);
}

function objectItem(
  value: Record<string, unknown>,
  textKey: string,
  depth: number,
  counter: Counter,
): Item {
  const item: Item = textItem(String(value[textKey]));
  const details: string[] = [];
  const groups: ItemGroup[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (key === textKey || member === null || member === "") continue;
    const name = key.toLowerCase().replace(/[^a-z]/g, "");
    const progress = progressKeys.includes(name) ? progressOf(name, member) : undefined;
    const href = linkKeys.includes(name) ? hrefOf(member) : undefined;
    if (doneKeys.includes(name) && typeof member === "boolean") item.isDone = member;
    else if (progress !== undefined) item.progress = progress;
    else if (href) item.href = href;
    else if (isScalar(member)) details.push(`${wordsOf(key)}: ${cut(String(member))}`);
    else groups.push(...groupsOf(member, depth + 1, counter, wordsOf(key)));
  }
  if (details.length > 0) item.details = details.slice(0, maxDetails);
  if (groups.length > 0) item.groups = groups;
  return item;
}

function textItem(text: string): Item {
  const href = hrefOf(text.trim());
  return { text: cut(text), ...(href && { href }) };
}

function jsonItem(value: unknown): Item {
  return { text: cut(JSON.stringify(value)), isJson: true };
}

/** 0.4, 40 and "40 %" of a whole. */
function progressOf(name: string, value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value.replace(/\s*%$/, "")) : value;
  if (typeof number !== "number" || !(number >= 0 && number <= 100) || value === "")
    return undefined;
  const isPercent = number > 1 || name.startsWith("percent") || typeof value === "string";
  return isPercent ? number / 100 : number;
}

/** A whole text that is a web address, as the browser would visit it. */
function hrefOf(value: unknown): string | undefined {
  if (typeof value !== "string" || !/^https?:\/\/[^\s"'<>\\]+$/i.test(value)) return undefined;
  return URL.canParse(value) ? new URL(value).href : undefined;
}

function textKeyOf(value: Record<string, unknown>): string | undefined {
  return textKeys
    .map((wanted) => Object.keys(value).find((key) => key.toLowerCase() === wanted))
    .find((key) => key !== undefined && isScalar(value[key]) && value[key] !== "");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** `dueDate` and `due_date` → `Due date`. */
function wordsOf(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim();
  const lower = /^[A-Z\d ]+$/.test(words) ? words : words.toLowerCase();
  return cut(lower.charAt(0).toUpperCase() + lower.slice(1)) || '""';
}

function cut(text: string): string {
  return cutText(text, maxText);
}
