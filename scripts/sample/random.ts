// Pure: seeded pseudo-random numbers, so that the sample data is the same every time.

export type Random = {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** Whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  /** One item of a list that is not empty. */
  pick<T>(items: readonly T[]): T;
  /** One key, as likely as its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Bell curve around 0 with deviation 1. */
  normal(): number;
  /** A version 4 uuid. */
  uuid(): string;
};

/** Each subject has a seed of its own, so that a change to one leaves the others as they were. */
export function createRandom(seed: string): Random {
  let state = hash(seed);

  // Mulberry32: 32 bits of state are plenty for a few thousand rows.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function int(min: number, max: number): number {
    return min + Math.floor(next() * (max - min + 1));
  }

  function hex(digits: number): string {
    return Array.from({ length: digits }, () => int(0, 15).toString(16)).join("");
  }

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]) => items[int(0, items.length - 1)] as T,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>) => {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? entries.at(-1) ?? [])[0] as K;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab"[int(0, 3)]}${hex(3)}-${hex(12)}`,
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return state;
}
