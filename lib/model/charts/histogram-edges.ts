// Pure: where the bars of a histogram begin and end: at numbers that a person would choose.

const maxBars = 40;

/**
 * Every bar holds its lower edge and not its upper one, so the last edge lies beyond the greatest number.
 *
 * @param grain what all numbers are multiples of, where that is known: bars that are not would hold more and fewer in turn
 * @returns literals; `undefined` where numbers are too great or too close for doubles to divide
 */
export function histogramEdges(min: number, max: number, grain?: number): string[] | undefined {
  const step = stepFor(max - min, grain);
  const first = Math.floor(min / step);
  const last = Math.floor(max / step) + 1;
  const isDivisible =
    Number.isFinite(step) && Number.isSafeInteger(first) && last - first <= maxBars + 2;
  if (!isDivisible || !Number.isSafeInteger(last)) return undefined;
  // A quarter has a digit more than its magnitude tells.
  const digits = Math.max(0, 1 - Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, index) => edge(first + index, step, digits));
}

/** One, two or five times a power of ten, or the next multiple of the grain. */
function stepFor(range: number, grain = 0): number {
  if (range === 0) return grain || 1;
  const power = 10 ** Math.floor(Math.log10(range / maxBars));
  const step = [1, 2, 5, 10].map((times) => times * power).find((step) => range / step <= maxBars);
  if (step === undefined) return Number.NaN;
  return grain > 0 ? Math.ceil(step / grain - 1e-9) * grain : step;
}

function edge(multiple: number, step: number, digits: number): string {
  const value = multiple * step;
  return digits > 100 || Math.abs(value) >= 1e21 ? String(value) : value.toFixed(digits);
}
