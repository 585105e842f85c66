// Pure: the query part of an address as pages are given it: anything may stand there, also twice.

export type Params = Record<string, string | string[] | undefined>;

/** The first of what is given under a name. */
export function single(value: Params[string]): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
