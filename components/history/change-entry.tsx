// Server or client: one entry of the history: who did what to which record, field by field.
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ChangedField, ChangeView } from "@/lib/model/change";
import { counted } from "@/lib/model/counted";
import { instantOf } from "@/lib/model/instant";
import type { Literal } from "@/lib/model/literal";

const verbs: Record<ChangeView["action"], { word: string; tone: Tone }> = {
  create: { word: "Created", tone: "green" },
  update: { word: "Changed", tone: "blue" },
  delete: { word: "Deleted", tone: "red" },
  reveal: { word: "Read", tone: "amber" },
};

type ChangeEntryProps = {
  change: ChangeView;
  /** The Undo button, where the reader may undo. */
  undo?: ReactNode;
  now: Date;
};

export function ChangeEntry({ change, undo, now }: ChangeEntryProps) {
  const { word, tone } = verbs[change.action];
  const at = instantOf(change.at, "UTC");
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Badge tone={tone} dot>
            {word}
          </Badge>
          <Subject change={change} />
          <span className="text-muted">
            by {change.actorName}
            {", "}
            {at && <RelativeTime at={at} literal={change.at} now={now} />}
          </span>
          {change.group && !change.standsForGroup && (
            <Link
              href={`/history?group=${change.group.id}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-xs text-muted underline hover:text-ink"
            >
              one of {change.group.size.toLocaleString("en")} at once
            </Link>
          )}
          {change.revertsId && <Badge>undid #{change.revertsId}</Badge>}
          {change.revertedById && <Badge tone="amber">undone by #{change.revertedById}</Badge>}
        </div>
        <div className="flex items-center gap-3">
          <code className="text-2xs text-faint">#{change.id}</code>
          {undo}
        </div>
      </div>
      {!change.standsForGroup && <ChangedFields action={change.action} fields={change.fields} />}
    </li>
  );
}

function Subject({ change }: { change: ChangeView }) {
  const { group, standsForGroup, singular, title, href } = change;
  if (standsForGroup && group) {
    return (
      <Link
        href={`/history?group=${group.id}`}
        prefetch={false}
        className="min-w-0 font-medium wrap-anywhere hover:underline"
      >
        {counted(group.size, singular)} at once
      </Link>
    );
  }
  return (
    <span className="min-w-0 wrap-anywhere">
      <span className="text-muted">{singular} </span>
      {href ? (
        <Link href={href} prefetch={false} className="font-medium hover:underline">
          {title}
        </Link>
      ) : (
        <span className="font-medium">{title}</span>
      )}
    </span>
  );
}

function ChangedFields({
  action,
  fields,
}: {
  action: ChangeView["action"];
  fields: ChangedField[];
}) {
  if (action === "reveal") return null;
  if (action === "update") return <FieldTable fields={fields} action={action} />;
  return (
    <details className="mt-1">
      <summary className="inline-block min-h-6 cursor-pointer py-0.5 text-xs text-muted hover:text-ink">
        {fields.length} fields
      </summary>
      <FieldTable fields={fields} action={action} />
    </details>
  );
}

function FieldTable({ fields, action }: { fields: ChangedField[]; action: ChangeView["action"] }) {
  return (
    <dl className="mt-2 flex flex-col gap-1 text-xs">
      {fields.map((field) => (
        <div key={field.name} className="grid gap-x-3 sm:grid-cols-[140px_1fr]">
          <dt className="text-muted">{field.label}</dt>
          <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            {action !== "create" && <Value literal={field.before} look="text-red" tag="del" />}
            {action === "update" && (
              <span className="text-faint">
                <span aria-hidden>→</span>
                <span className="sr-only">became</span>
              </span>
            )}
            {action !== "delete" && <Value literal={field.after} look="text-green" tag="ins" />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({
  literal,
  look,
  tag: Tag,
}: {
  literal: Literal | undefined;
  look: string;
  tag: "del" | "ins";
}) {
  const text = literal === null || literal === undefined ? "NULL" : literal === "" ? '""' : literal;
  return (
    <Tag className={`font-mono whitespace-pre-wrap no-underline wrap-anywhere ${look}`}>{text}</Tag>
  );
}
