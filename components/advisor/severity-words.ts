// Server or client: what the advisor's severities are called, alone and counted.
import { type AdviceCounts, type AdviceSeverity, adviceSeverities } from "@/lib/model/advice";
import { counted } from "@/lib/model/counted";

export const severityWords: Record<AdviceSeverity, string> = {
  high: "High",
  warn: "Warning",
  info: "Suggestion",
};

/** "1 high, 3 warnings, 12 suggestions"; empty when there are none. */
export function countWords(counts: AdviceCounts): string {
  const words: Record<AdviceSeverity, string> = {
    high: `${counts.high.toLocaleString("en")} high`,
    warn: counted(counts.warn, "warning"),
    info: counted(counts.info, "suggestion"),
  };
  return adviceSeverities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => words[severity])
    .join(", ");
}
