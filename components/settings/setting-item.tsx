"use client";
// Client: one setting: what it is, where its value comes from, its control, and what else can be done with it.
import { memo, useState } from "react";
import { SettingControl } from "@/components/settings/setting-control";
import { SettingFooter } from "@/components/settings/setting-footer";
import { SettingName } from "@/components/settings/setting-name";
import { Conflict, Environment, Invalid } from "@/components/settings/setting-remarks";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Literal } from "@/lib/model/literal";
import { settingNames } from "@/lib/model/settings/form";
import { guessKind } from "@/lib/model/settings/guess";
import { type SeenSetting, type SettingRow, shownLiteral } from "@/lib/model/settings/row";
import { controlOf } from "@/lib/model/settings/text";

type SettingItemProps = {
  row: SettingRow;
  seen: SeenSetting;
  isHidden: boolean;
  isEdited: boolean;
  error: string | undefined;
  /** What others stored meanwhile. */
  theirs: Literal | undefined;
  revealed: string | undefined;
  canReveal: boolean;
  /** What stood in its controls when the form was sent, by their names. */
  entries: Record<string, string[]> | undefined;
  recordHref: string | undefined;
  now: string;
};

const words = {
  boolean: "a switch of true and false",
  number: "a number",
  url: "a web address",
  email: "an e-mail address",
  json: "JSON",
  duration: "a length of time",
  colour: "a colour",
  cron: "a cron expression",
};

/** There may be a thousand of them, and each key press is heard of by all. */
export const SettingItem = memo(function SettingItem(props: SettingItemProps) {
  const { row, seen, isHidden, isEdited, error, theirs, revealed, canReveal, entries } = props;
  const { key, facts, stored, environment } = row;
  const [start, setStart] = useState<{ literal: string; round: number }>();
  const [isGuessTaken, takeGuess] = useState(false);
  const id = `setting-${key}`;
  const literal = shownLiteral(facts, seen);
  const guess = row.isDeclared || facts.kind === "secret" ? undefined : guessKind(literal);
  const offered = isGuessTaken && guess ? { ...facts, kind: guess } : facts;
  const control =
    offered.kind === "boolean" && !row.isDeclared ? "select" : controlOf(offered, literal);
  const isWide = control === "area";
  const hint = [facts.limits, control === "lines" && "In this order"].filter(Boolean).join(" · ");
  return (
    <article
      id={key}
      hidden={isHidden}
      className="relative grid scroll-mt-4 gap-x-8 gap-y-2 px-4 py-4 target:bg-accent-soft md:grid-cols-2"
    >
      {isEdited && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      <input type="hidden" name={settingNames.shown(key)} value="" />
      <SettingName row={row} controlId={id} isEdited={isEdited} />
      <div className={`flex min-w-0 flex-col gap-1.5 ${isWide ? "md:col-span-2" : ""}`}>
        {stored?.isCut ? (
          <p className="text-sm text-muted">
            Too long to be edited here:{" "}
            <a href={props.recordHref} className="underline">
              open its record
            </a>
            .
          </p>
        ) : (
          <SettingControl
            key={start?.round}
            settingKey={key}
            facts={offered}
            kind={control}
            literal={start?.literal ?? typed(entries, key, control, literal)}
            runs={row.runs}
            isStored={stored !== undefined}
            field={{
              id,
              "aria-describedby": error ? `${id}-error` : undefined,
              "aria-invalid": error ? true : undefined,
              "aria-required": undefined,
            }}
          />
        )}
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {theirs !== undefined && (
          <Conflict
            theirs={theirs}
            onTake={() => setStart({ literal: theirs ?? "", round: (start?.round ?? 0) + 1 })}
          />
        )}
        {hint && <p className="text-xs text-muted">{hint}</p>}
        {stored?.reading && <p className="text-xs text-muted">That is {stored.reading}.</p>}
        {guess && !isGuessTaken && (
          <p className="text-xs text-muted">
            Looks like {words[guess]}.{" "}
            <button
              type="button"
              onClick={() => takeGuess(true)}
              className="min-h-6 underline hover:text-ink"
            >
              Edit it as that
            </button>
          </p>
        )}
        {stored?.problem && <Invalid problem={stored.problem} literal={stored.value} />}
        {environment && <Environment {...environment} kept={stored?.value} />}
        {facts.kind === "secret" && stored && canReveal && (
          <Revealed literal={revealed} settingKey={key} />
        )}
      </div>
      <SettingFooter
        {...{ row, seen, entries }}
        recordHref={props.recordHref}
        now={new Date(props.now)}
      />
    </article>
  );
});

/** The text as it was sent, in the form of a literal; ticks are kept by the browser where a script runs. */
function typed(
  entries: Record<string, string[]> | undefined,
  key: string,
  control: string,
  literal: string,
): string {
  if (!entries) return literal;
  if (control === "switch") return String(entries[settingNames.text(key)] !== undefined);
  if (control === "checks") return (entries[settingNames.item(key)] ?? []).join(",");
  const [text] = entries[settingNames.text(key)] ?? [];
  return (control === "lines" ? text && JSON.stringify(text.split(/\r?\n/)) : text) ?? literal;
}

function Revealed({ literal, settingKey }: { literal: string | undefined; settingKey: string }) {
  if (literal === undefined) {
    return (
      <SubmitButton
        variant="ghost"
        size="sm"
        formNoValidate
        name={settingNames.intent}
        value={`reveal:${settingKey}`}
        pendingLabel="Reading"
        className="self-start"
      >
        Reveal
      </SubmitButton>
    );
  }
  return (
    <p className="text-xs text-muted">
      Stored is{" "}
      <code className="rounded-sm bg-sunken px-1 py-0.5 text-ink wrap-anywhere whitespace-pre-wrap">
        {literal}
      </code>
      . That you read it is in the history.
    </p>
  );
}
