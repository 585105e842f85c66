// Server or client: a part of a whole as a line. The number stands beside it in words.

type BarProps = { part: number; tone?: "accent" | "quiet" };

const tones = { accent: "bg-accent", quiet: "bg-control" };

export function Bar({ part, tone = "accent" }: BarProps) {
  const width = `${Math.min(1, Math.max(0, part)) * 100}%`;
  return (
    <span aria-hidden className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-full bg-pressed">
      <span className={`block h-full rounded-full ${tones[tone]}`} style={{ width }} />
    </span>
  );
}
