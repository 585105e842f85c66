"use client";
// Client: the settings as one form: edit several, look at what would be saved, save them at once. Plain before scripts run.
import { useActionState, useEffect, useRef, useState } from "react";
import { ReviewDialog, reviewId } from "@/components/settings/review-dialog";
import { SettingItem } from "@/components/settings/setting-item";
import { SettingsBar } from "@/components/settings/settings-bar";
import { type SettingsGroup, SettingsSection } from "@/components/settings/settings-section";
import { useLeaveWarning } from "@/components/settings/use-leave-warning";
import { Notice } from "@/components/ui/notice";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { counted } from "@/lib/model/counted";
import { readSettingsForm, settingNames } from "@/lib/model/settings/form";
import type { SettingsFormState } from "@/lib/model/settings/review";
import { type SettingRow, seenOf } from "@/lib/model/settings/row";

export type SettingsAction = (
  state: SettingsFormState,
  form: FormData,
) => Promise<SettingsFormState>;

type SettingsFormProps = {
  groups: SettingsGroup[];
  /** Names the first submission. */
  submission: string;
  action: SettingsAction;
  canReveal: boolean;
  isShown: (row: SettingRow) => boolean;
  onDiscard: () => void;
  /** Of the resource: `/settings`. */
  href: string;
  /** As an instant in ISO 8601. */
  now: string;
};

export function SettingsForm(props: SettingsFormProps) {
  const { groups, submission, action, canReveal, isShown, onDiscard, href, now } = props;
  const rows = groups.flatMap((group) => group.rows);
  const [initial] = useState(() => first(rows, submission));
  const [state, submit] = useActionState(action, initial);
  const isHydrated = useIsHydrated();
  const form = useRef<HTMLFormElement>(null);
  const [edited, setEdited] = useState<string[]>([]);
  useLeaveWarning(
    edited.length > 0
      ? `${counted(edited.length, "setting")} changed and not saved. Leave without saving?`
      : undefined,
  );

  /** What needs another look is seen whatever is searched for. */
  const isInSight = (row: SettingRow) => isShown(row) || state.errors[row.key] !== undefined;

  function count() {
    if (!form.current) return;
    const facts = new Map(rows.map((row) => [row.key, row.facts]));
    const asked = readSettingsForm(new FormData(form.current), state.seen, (key) => {
      const known = facts.get(key);
      if (!known) throw new Error(`The page has no setting ${key}.`);
      return known;
    });
    const keys = asked.map(({ key }) => key);
    setEdited((known) => (known.join("\n") === keys.join("\n") ? known : keys));
  }

  useEffect(() => {
    const dialog = document.getElementById(reviewId);
    if (!(dialog instanceof HTMLDialogElement)) return;
    if (state.review && !dialog.open) dialog.showModal();
    if (!state.review) dialog.close();
    if (Object.keys(state.errors).length > 0) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [state]);

  return (
    <form
      ref={form}
      action={submit}
      onInput={count}
      // React resets a form when its action ends, which would undo what was typed.
      onReset={(event) => event.preventDefault()}
      className="min-w-0"
    >
      <input type="hidden" name={settingNames.seen} value={JSON.stringify(state.seen)} />
      <input type="hidden" name={settingNames.submission} value={state.submission} />
      {/* What Enter presses. */}
      <button
        type="submit"
        name={settingNames.intent}
        value="review"
        formNoValidate
        tabIndex={-1}
        aria-hidden
        className="sr-only"
      />
      <Outcome state={state} />
      {groups.map((group) => (
        <SettingsSection key={group.id} group={group} isShown={isInSight}>
          {(row) => (
            <SettingItem
              key={row.key}
              row={row}
              seen={state.seen[row.key] ?? seenOf(row)}
              isHidden={!isInSight(row)}
              isEdited={edited.includes(row.key)}
              error={state.errors[row.key]}
              theirs={state.theirs[row.key]}
              revealed={state.revealed[row.key]}
              canReveal={canReveal}
              entries={state.entries}
              recordHref={row.stored && `${href}/${row.stored.id}`}
              now={now}
            />
          )}
        </SettingsSection>
      ))}
      <ReviewDialog review={state.review} error={state.review && state.formError} />
      {(edited.length > 0 || !isHydrated) && (
        <SettingsBar count={edited.length} href={href} onDiscard={onDiscard} />
      )}
    </form>
  );
}

function first(rows: SettingRow[], submission: string): SettingsFormState {
  return {
    seen: Object.fromEntries(rows.map((row) => [row.key, seenOf(row)])),
    submission,
    errors: {},
    theirs: {},
    revealed: {},
  };
}

function Outcome({ state: { errors, formError, review } }: { state: SettingsFormState }) {
  const wrong = Object.keys(errors).length;
  if (wrong === 0 && (!formError || review)) return null;
  return (
    <div role="alert" className="mb-4">
      <Notice
        tone="danger"
        title={
          formError ??
          `${counted(wrong, "setting")} ${wrong === 1 ? "needs" : "need"} another look. Nothing was saved.`
        }
      />
    </div>
  );
}
