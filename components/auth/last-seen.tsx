// Server or client: when somebody was last there, no more precise than it is recorded: by the day.
import { RelativeTime } from "@/components/ui/relative-time";

const dayMs = 24 * 60 * 60 * 1000;

export function LastActive({ at }: { at: Date }) {
  const isRecent = Date.now() - at.getTime() < dayMs;
  if (isRecent) return <span suppressHydrationWarning>In the last day</span>;
  return <RelativeTime at={at} literal={at.toISOString()} />;
}
