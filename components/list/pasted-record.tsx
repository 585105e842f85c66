// Client: a record that a paste changes: its cells as they are and as they will be, and what is wrong with them.
import { ArrowRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { type Literal, shownLiteral } from "@/lib/model/literal";
import { type Page, personName, shortIdLength } from "@/lib/model/page";
import type { DecidedCell, DecidedRecord, Remark } from "@/lib/model/paste-decisions";

type PastedRecordProps = {
  record: DecidedRecord;
  people: Page["people"];
  onDecide: (id: string, field: string, remark: Remark) => void;
};

const shownLength = 300;

export function PastedRecord({ record, people, onDecide }: PastedRecordProps) {
  const { id, title, error, cells } = record;
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2.5">
      <p className="text-sm font-medium wrap-anywhere">
        {title} {title !== id && <code className="ml-1 text-xs text-faint">{shortOf(id)}</code>}
      </p>
      {error && <FieldError>{error}</FieldError>}
      <ul className="flex flex-col gap-1.5 text-xs">
        {cells.map((cell) => (
          <li
            key={cell.field.name}
            className="grid items-baseline gap-x-3 gap-y-0.5 sm:grid-cols-[140px_minmax(0,1fr)]"
          >
            <span className="truncate text-muted">{cell.field.label}</span>
            <Difference
              {...{ cell, people }}
              onDecide={(isTheirs) =>
                onDecide(id, cell.field.name, { theirs: cell.theirs, isTheirs })
              }
            />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Tells records of one title apart. */
function shortOf(id: string): string {
  return id.length > 2 * shortIdLength ? `${id.slice(0, shortIdLength)}…` : id;
}

type DifferenceProps = {
  cell: DecidedCell;
  people: Page["people"];
  onDecide: (isTheirs: boolean) => void;
};

function Difference({ cell, people, onDecide }: DifferenceProps) {
  const { before, after, error, theirs, isTheirs } = cell;
  const shown = (literal: Literal) =>
    literal !== null && cell.field.isPerson && people[literal]
      ? personName(people, literal)
      : excerpt(literal);
  const isKept = error !== undefined || isTheirs;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5">
        <Value tag="del" look="text-red">
          {shown(theirs === undefined ? before : theirs)}
        </Value>
        <ArrowRight aria-label="becomes" className="size-3 shrink-0 text-faint" />
        <Value tag="ins" look={isKept ? "text-muted" : "text-green"}>
          {shown(after)}
        </Value>
      </div>
      {error && <FieldError>{error}</FieldError>}
      {theirs !== undefined && (
        <div className="flex flex-wrap items-center gap-2 text-amber">
          <span>
            {isTheirs ? "Theirs stays. " : "Someone changed this meanwhile. "}
            Now in the database: <span className="font-mono wrap-anywhere">{shown(theirs)}</span>
          </span>
          <Button size="sm" onClick={() => onDecide(!isTheirs)}>
            {isTheirs ? "Overwrite" : "Take theirs"}
          </Button>
        </div>
      )}
    </div>
  );
}

function Value({
  tag: Tag,
  look,
  children,
}: {
  tag: "del" | "ins";
  look: string;
  children: string;
}) {
  return (
    <Tag className={`font-mono wrap-anywhere whitespace-pre-wrap no-underline ${look}`}>
      {children}
    </Tag>
  );
}

function excerpt(literal: Literal): string {
  const text = shownLiteral(literal);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
