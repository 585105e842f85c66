// Server or client: numbers of a JSON array as a small line; what it is called are the numbers as they are stored.
const width = 72;
const height = 16;
const inset = 2;

/** @param numbers two or more, as texts: only the line's shape is computed from them */
export function Sparkline({ numbers }: { numbers: string[] }) {
  const values = numbers.map(Number);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => inset + (at / (values.length - 1)) * (width - 2 * inset);
  const y = (value: number) =>
    height - inset - ((value - least) / (greatest - least || 1)) * (height - 2 * inset);
  const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const label = `${numbers.length} numbers from ${numbers[0]} to ${numbers.at(-1)}, least ${
    numbers[values.indexOf(least)]
  }, greatest ${numbers[values.indexOf(greatest)]}`;
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="inline-block text-accent-text"
    >
      <title>{label}</title>
      <polyline points={points.join(" ")} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
