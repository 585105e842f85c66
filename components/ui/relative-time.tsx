// Server or client: how long ago, with the exact literal on hover and for machines.

type RelativeTimeProps = {
  /** The instant, as a Date or anything Date parses with a zone. */
  at: Date | string;
  /** What the database holds, shown on hover. */
  literal: string;
  now?: Date;
  className?: string;
};

export function RelativeTime({ at, literal, now = new Date(), className }: RelativeTimeProps) {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return <span className={className}>{literal}</span>;
  return (
    <time
      dateTime={instant.toISOString()}
      title={literal}
      className={className}
      suppressHydrationWarning
    >
      {relativeTime(instant, now)}
    </time>
  );
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "just now", "5 min ago", "in 3 h", "2 days ago"; past a month the day in UTC, "12 Mar 2026". */
export function relativeTime(at: Date, now: Date): string {
  const elapsedMs = now.getTime() - at.getTime();
  const distance = Math.abs(elapsedMs);
  if (distance < minute) return "just now";
  if (distance >= 30 * day) return formatDay(at, now);
  return elapsedMs > 0 ? `${amount(distance)} ago` : `in ${amount(distance)}`;
}

function amount(distance: number): string {
  if (distance < hour) return `${Math.floor(distance / minute)} min`;
  if (distance < day) return `${Math.floor(distance / hour)} h`;
  const days = Math.floor(distance / day);
  return days === 1 ? "1 day" : `${days} days`;
}

function formatDay(at: Date, now: Date): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: at.getUTCFullYear() === now.getUTCFullYear() ? undefined : "numeric",
    timeZone: "UTC",
  }).format(at);
}
