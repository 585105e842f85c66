// Server or client: one change of a setting on its way: before, after, and what everybody will be able to read.
import { ArrowRight, Globe } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { type Literal, shownLiteral } from "@/lib/model/literal";
import type { ReviewedSetting } from "@/lib/model/settings/review";

export function ReviewedItem({ setting }: { setting: ReviewedSetting }) {
  const { key, label, isPublic, served, after, isSecret, resets } = setting;
  const changesValue = after !== undefined || resets || isSecret;
  return (
    <li className="flex flex-col gap-2 p-3">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-sm font-medium">{label}</span>
        {label !== key && <code className="text-xs text-faint wrap-anywhere">{key}</code>}
      </div>
      {changesValue && <Difference setting={setting} />}
      {isPublic === false && <p className="text-xs text-muted">No longer public.</p>}
      {served !== undefined && (
        <div className="flex flex-col gap-1 text-xs">
          <p className={`flex items-center gap-1.5 ${isPublic ? "text-amber" : "text-muted"}`}>
            <Globe aria-hidden className="size-3.5" />
            {isPublic
              ? "Everybody will be able to read exactly this:"
              : "Public, so everybody will read:"}
          </p>
          <pre className="max-h-40 overflow-auto rounded-md bg-sunken px-2.5 py-1.5 font-mono wrap-anywhere whitespace-pre-wrap">
            {served}
          </pre>
        </div>
      )}
    </li>
  );
}

function Difference({ setting }: { setting: ReviewedSetting }) {
  const { before, after, fallback, resets, isSecret } = setting;
  if (isSecret) {
    return (
      <p className="text-xs text-muted">
        {resets ? "The stored secret is deleted." : "A new secret is stored."}
      </p>
    );
  }
  return (
    <div className="grid items-center gap-x-2 gap-y-1 text-xs sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
      <Side literal={before} none="not stored" tone="bg-red-soft text-red" />
      <ArrowRight aria-label="becomes" className="size-3.5 shrink-0 text-faint max-sm:rotate-90" />
      {resets ? (
        <span className="flex flex-wrap items-center gap-1.5">
          <Badge>{fallback === undefined ? "deleted" : "default"}</Badge>
          {fallback !== undefined && <Side literal={fallback} none="" tone="bg-hover" />}
        </span>
      ) : (
        <Side literal={after} none="" tone="bg-green-soft text-green" />
      )}
    </div>
  );
}

function Side({
  literal,
  none,
  tone,
}: {
  literal: Literal | undefined;
  none: string;
  tone: string;
}) {
  if (literal === undefined) return <span className="text-faint">{none}</span>;
  return (
    <code
      className={`block max-h-40 min-w-0 overflow-auto rounded-sm px-1.5 py-0.5 wrap-anywhere whitespace-pre-wrap ${tone}`}
    >
      {shownLiteral(literal)}
    </code>
  );
}
