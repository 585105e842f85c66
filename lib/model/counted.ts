// Pure: a number with its noun.

/** "1 statement", "1,200 statements", "2 progress entries". */
export function counted(count: number, noun: string): string {
  const plural = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
}

/** "9,800", "12.3 K", "214 K", "5.0 M": of what nobody counted, three digits are enough. */
export function roughly(count: number): string {
  if (count < 10_000) return Math.round(count).toLocaleString("en");
  const scales = ["K", "M", "G", "T"] as const;
  for (const [index, scale] of scales.entries()) {
    const scaled = count / 1_000 ** (index + 1);
    if (scaled >= 999.5 && index < scales.length - 1) continue;
    return `${scaled < 99.95 ? scaled.toFixed(1) : Math.round(scaled).toLocaleString("en")} ${scale}`;
  }
  return String(count);
}
