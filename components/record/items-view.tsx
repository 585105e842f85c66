// Server or client: a JSON value as readable lists. Texts are only ever text: nothing in them runs or is markup.
import { CircleCheck, CircleDashed } from "lucide-react";
import { Bar } from "@/components/record/bar";
import type { Item, ItemGroup, Items } from "@/lib/model/items";

export function ItemsView({ items: { groups, hidden } }: { items: Items }) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      <Groups groups={groups} />
      {hidden > 0 && <p className="text-xs text-muted">and {hidden.toLocaleString("en")} more</p>}
    </div>
  );
}

function Groups({ groups }: { groups: ItemGroup[] }) {
  return groups.map(({ label, items }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the value has no names for its parts, and they do not move.
    <div key={index} className="min-w-0">
      {label && <h3 className="mb-1 text-xs text-muted">{label}</h3>}
      <ul className="flex flex-col gap-1">
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same.
          <ItemView key={at} item={item} isAlone={items.length === 1} />
        ))}
      </ul>
    </div>
  ));
}

function ItemView({ item, isAlone }: { item: Item; isAlone: boolean }) {
  const { text, isJson, href, progress, details, groups } = item;
  return (
    <li className="flex gap-2">
      <Mark item={item} isAlone={isAlone} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {href ? (
          <a
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            className="text-accent-text underline underline-offset-2"
          >
            {text}
          </a>
        ) : (
          <span className={isJson ? "font-mono text-xs" : "whitespace-pre-line"}>{text}</span>
        )}
        {progress !== undefined && <Progress part={progress} />}
        {details && <p className="text-xs text-muted">{details.join(" · ")}</p>}
        {groups && (
          <div className="mt-1.5 flex flex-col gap-2 border-l border-line pl-3">
            <Groups groups={groups} />
          </div>
        )}
      </div>
    </li>
  );
}

function Mark({ item: { isDone }, isAlone }: { item: Item; isAlone: boolean }) {
  if (isDone === undefined) {
    return isAlone ? null : (
      <span aria-hidden className="mt-[7px] size-1 shrink-0 rounded-full bg-current text-faint" />
    );
  }
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <>
      <Icon
        aria-hidden
        className={`mt-px size-4 shrink-0 ${isDone ? "text-green" : "text-faint"}`}
      />
      <span className="sr-only">{isDone ? "Done: " : "Not done: "}</span>
    </>
  );
}

function Progress({ part }: { part: number }) {
  return (
    <span className="mt-1 flex items-center gap-2 text-xs text-muted">
      <Bar part={part} />
      {Math.round(part * 100)} %
    </span>
  );
}
