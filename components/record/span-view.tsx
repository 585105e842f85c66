// Server or client: planned and actual time, each as a bar on the same scale.
import { Bar } from "@/components/record/bar";
import { minutesText, type Span } from "@/lib/model/span";

export function SpanView({ span: { planned, actual, words } }: { span: Span }) {
  const longest = Math.max(planned ?? 0, actual ?? 0, 1);
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1.5 text-sm">
        <Line term="Planned" minutes={planned} longest={longest} tone="quiet" />
        <Line term="Actual" minutes={actual} longest={longest} tone="accent" />
      </dl>
      {words && <p className="mt-2 text-xs text-muted">{words}</p>}
    </>
  );
}

type LineProps = {
  term: string;
  minutes: number | undefined;
  longest: number;
  tone: "accent" | "quiet";
};

function Line({ term, minutes, longest, tone }: LineProps) {
  return (
    <div className="contents">
      <dt className="text-muted">{term}</dt>
      <dd className="contents">
        <span className="flex">
          <Bar part={(minutes ?? 0) / longest} tone={tone} />
        </span>
        <span className={`text-right ${minutes === undefined ? "text-faint" : ""}`}>
          {minutes === undefined ? "not known" : minutesText(minutes)}
        </span>
      </dd>
    </div>
  );
}
