// Server or client: one of a field's options as a badge; words that mean the same everywhere have the same tone.
import { Badge, type Tone } from "@/components/ui/badge";

const tonesByWord: [RegExp, Tone][] = [
  [
    /^(completed?|done|active|accepted|approved|paid|verified|success(ful)?|published|resolved)$/i,
    "green",
  ],
  [/^(pending|waiting|draft|review|in[_ ]review|paused|trial)$/i, "amber"],
  [/^(failed|error|rejected|declined|blocked|overdue|banned|expired)$/i, "red"],
  [/^(scheduled|planned|open|running|in[_ ]progress|processing|queued)$/i, "blue"],
  [/^(owner|admin)$/i, "violet"],
];

export function toneOf(option: string): Tone {
  return tonesByWord.find(([words]) => words.test(option))?.[1] ?? "neutral";
}

export function OptionBadge({ option }: { option: string }) {
  return (
    <Badge tone={toneOf(option)} dot>
      {option || "empty"}
    </Badge>
  );
}
