// Pure: the kinds of settings that a contract is made of, beside numbers and durations.
import { z } from "zod";
import { jsonFaultAt, placeIn } from "@/lib/model/json-fault";
import { isCron } from "@/lib/model/settings/cron";
import { itemsOf, joinItems } from "@/lib/model/settings/items";
import { type About, checkedBy, right, type Setting, wrong } from "@/lib/model/settings/setting";
import { readBoolean } from "@/lib/model/settings/text";

type Options<T> = About & { default: T };

export function boolean({ default: fallback, ...about }: Options<boolean>): Setting<boolean> {
  return {
    about,
    facts: { kind: "boolean" },
    default: fallback,
    format: String,
    parse(text) {
      const value = readBoolean(text);
      return value === undefined ? wrong("Enter true or false.") : right(value);
    },
  };
}

type TextOptions = Options<string> & {
  /** Several lines. */
  long?: boolean;
  pattern?: RegExp;
  /** What the pattern asks for, as a sentence. */
  patternProblem?: string;
  maxLength?: number;
};

export function text(options: TextOptions): Setting<string> {
  const { default: fallback, long, pattern, patternProblem, maxLength, ...about } = options;
  let schema = z.string();
  if (maxLength !== undefined) {
    schema = schema.max(maxLength, `Enter at most ${maxLength} characters`);
  }
  if (!long) schema = schema.regex(/^[^\r\n]*$/, "Enter one line");
  if (pattern) {
    const asked = (patternProblem ?? `Enter what matches ${pattern.source}`).replace(/\.$/, "");
    schema = schema.regex(pattern, asked);
  }
  return {
    about,
    facts: { kind: "text", ...(long && { isLong: true }) },
    default: fallback,
    format: (value) => value,
    parse: (given) => checkedBy(schema, given),
  };
}

/** One of a few texts. */
export function choice<const Option extends string>(
  options: readonly [Option, ...Option[]],
  { default: fallback, ...about }: Options<NoInfer<Option>>,
): Setting<Option> {
  const schema = z.enum(options) as unknown as z.ZodType<Option>;
  return {
    about,
    facts: { kind: "enum", options: [...options] },
    default: fallback,
    format: (value) => value,
    parse: (given) => checkedBy(schema, given, `Choose one of ${options.join(", ")}.`),
  };
}

/** An address of the web; the empty text where there may be none. */
export function url({ optional, ...options }: Options<string> & { optional?: boolean }) {
  const schema = z.url({ protocol: /^https?$/ });
  const problem = "Enter a whole address, such as https://example.com/path.";
  return plain("url", schema, problem, options, optional);
}

export function email({ optional, ...options }: Options<string> & { optional?: boolean }) {
  return plain("email", z.email(), "Enter an e-mail address, such as a@b.com.", options, optional);
}

export function colour(options: Options<string>): Setting<string> {
  const schema = z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i);
  return plain("colour", schema, "Enter a colour in hexadecimal, such as #2f6f5e.", options);
}

/** Five fields, or six with seconds first. */
export function cron(options: Options<string>): Setting<string> {
  const schema = z.string().refine((expression) => isCron(expression));
  const problem = "Enter a cron expression of five fields, such as */15 7-18 * * 1-5.";
  return plain("cron", schema, problem, options);
}

function plain(
  kind: "url" | "email" | "colour" | "cron",
  schema: z.ZodType<string>,
  problem: string,
  { default: fallback, ...about }: Options<string>,
  mayBeEmpty = false,
): Setting<string> {
  return {
    about,
    facts: { kind },
    default: fallback,
    format: (value) => value,
    parse: (given) =>
      mayBeEmpty && given === "" ? right("") : checkedBy(schema, given.trim(), problem),
  };
}

/** Several texts, or several of a few. */
export function list<const Option extends string = string>({
  default: fallback,
  of,
  storedAs = "commas",
  ...about
}: About & {
  default: readonly NoInfer<Option>[];
  of?: readonly [Option, ...Option[]];
  storedAs?: "commas" | "json";
}): Setting<readonly Option[]> {
  return {
    about,
    facts: { kind: "list", storedAs, ...(of && { options: [...of] }) },
    default: fallback,
    format: (value) => joinItems(value, storedAs),
    parse(given) {
      const items = itemsOf(given);
      if (!items) return wrong('Enter texts separated by commas, or a JSON array: ["a", "b"].');
      const known: readonly string[] | undefined = of;
      const stranger = items.find((item) => known && !known.includes(item));
      if (stranger !== undefined) return wrong(`“${stranger}” is none of ${of?.join(", ")}.`);
      return right(items as Option[]);
    },
  };
}

/** @param schema what the parsed JSON must be */
export function json<T>(
  schema: z.ZodType<T>,
  { default: fallback, ...about }: Options<NoInfer<T>>,
): Setting<T> {
  return {
    about,
    facts: { kind: "json" },
    default: fallback,
    format: (value) => JSON.stringify(value),
    parse(given) {
      const at = jsonFaultAt(given);
      if (at !== undefined) return wrong(`This is not JSON: see ${placeIn(given, at)}.`);
      return checkedBy(schema, JSON.parse(given));
    },
  };
}

/** Read by owners alone, and each reading is in the history. Never public, never in the list. */
export function secret(about: Omit<About, "public"> = {}): Setting<string | null> {
  return {
    about,
    facts: { kind: "secret" },
    default: null,
    format: (value) => value ?? "",
    parse: right,
  };
}
