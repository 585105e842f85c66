// Server or client: when somebody was last there, no more precise than it is recorded: by the day.
import { RelativeTime } from "@/components/ui/relative-time";

const dayMs = 24 * 60 * 60 * 1000;

export function LastSeen({ at }: { at: Date }) {
  if (Date.now() - at.getTime() < dayMs) {
    return <span suppressHydrationWarning>Seen in the last day</span>;
  }
  return (
    <>
      Seen <RelativeTime at={at} literal={at.toISOString()} />
    </>
  );
}
