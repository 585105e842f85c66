// Pure: whether a float keeps what was typed. Postgres takes the nearest value it has, however far off.

const decimal = /^\s*([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?\s*$/i;
/** More than any float needs to be told from its neighbours, and as many as JavaScript prints. */
const maxDigits = 100;

/**
 * True when the stored float, written with as many digits as were typed, reads as it was typed: 0.1 is kept though no
 * float is 0.1, but 16777217 in a `real` is not.
 * @param stored as Postgres prints it
 */
export function keepsDigits(literal: string, stored: string, isSingle: boolean): boolean {
  const typed = parts(literal);
  if (!typed || typed.digits === "") return true;
  const value = isSingle ? Math.fround(Number(stored)) : Number(stored);
  if (typed.digits.length > maxDigits) return false;
  const kept = parts(value.toPrecision(typed.digits.length));
  return kept?.digits === typed.digits && kept.magnitude === typed.magnitude;
}

/** The significant digits, and where the point stands before the first of them; `undefined` for NaN and Infinity. */
function parts(text: string): { digits: string; magnitude: number } | undefined {
  const match = decimal.exec(text);
  if (!match) return undefined;
  const [, , whole = "", fraction = "", exponent = "0"] = match;
  const significant = (whole + fraction).replace(/^0+/, "");
  const leadingZeros = whole.length + fraction.length - significant.length;
  return {
    digits: significant.replace(/0+$/, ""),
    magnitude: whole.length - leadingZeros + Number(exponent),
  };
}
