// Pure: a number's literal as a person reads it. What is exact is the literal, not this.

/** Beyond these a number is told by its magnitude. */
const [small, big] = [1e-4, 1e15];

/** @param literal as Postgres prints a `numeric`, of any length; or a number */
export function numberText(literal: string | number): string {
  const number = Number(literal);
  const size = Math.abs(number);
  if (!Number.isFinite(number)) return magnitude(String(literal));
  if (size >= big || (size > 0 && size < small)) return number.toExponential(3);
  if (Number.isInteger(number)) return number.toLocaleString("en");
  return size < 1_000
    ? number.toLocaleString("en", { maximumSignificantDigits: 4 })
    : number.toLocaleString("en", { maximumFractionDigits: 1 });
}

/** Of a number that JavaScript cannot hold. */
function magnitude(literal: string): string {
  const [, sign = "", digits = ""] = /^(-?)(\d+)/.exec(literal) ?? [];
  if (!digits) return literal;
  return `${sign}${digits.slice(0, 1)}.${digits.slice(1, 4)}e+${digits.length - 1}`;
}
