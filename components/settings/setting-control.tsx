"use client";
// Client: the control of a setting, by its kind. Each posts what setting-form reads, before any script as well.
import { ColourControl } from "@/components/settings/colour-control";
import { CronControl } from "@/components/settings/cron-control";
import { LinesControl } from "@/components/settings/lines-control";
import { Switch } from "@/components/settings/switch";
import type { FieldControl } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { SettingFacts } from "@/lib/model/settings/facts";
import { settingNames } from "@/lib/model/settings/form";
import { itemsOf } from "@/lib/model/settings/items";
import { type SettingControl as Kind, readBoolean, shownText } from "@/lib/model/settings/text";

type SettingControlProps = {
  settingKey: string;
  facts: SettingFacts;
  kind: Kind;
  /** What is shown at first: as stored, or as it was typed before. */
  literal: string;
  field: FieldControl;
  runs?: string[] | undefined;
  /** Whether a secret is there to be replaced. */
  isStored: boolean;
};

export function SettingControl(props: SettingControlProps) {
  const { settingKey, facts, kind, literal, field, runs, isStored } = props;
  const shared = { ...field, name: settingNames.text(settingKey), autoComplete: "off" };
  const text = shownText(kind, literal);
  switch (kind) {
    case "switch":
      return <Switch {...shared} value="true" defaultChecked={readBoolean(literal)} />;
    case "select":
      return <Choices {...shared} options={facts.options ?? ["true", "false"]} literal={literal} />;
    case "checks":
      return (
        <Checks settingKey={settingKey} field={field} options={facts.options} literal={literal} />
      );
    case "lines":
      return <LinesControl {...shared} text={text} label={facts.label} />;
    case "colour":
      return <ColourControl {...shared} text={text} label={facts.label} />;
    case "cron":
      return <CronControl {...shared} text={text} runs={runs ?? []} />;
    case "area":
      return (
        <Textarea
          {...shared}
          defaultValue={text}
          rows={3}
          mono={facts.kind !== "text"}
          spellCheck={facts.kind === "text"}
        />
      );
    case "secret":
      return (
        <Input
          {...shared}
          mono
          type="password"
          autoComplete="new-password"
          defaultValue={literal}
          placeholder={isStored ? "•••••••• · type to replace" : "Not set"}
        />
      );
    case "number":
      return (
        <span className="flex items-center gap-2">
          <Input
            {...shared}
            mono
            defaultValue={text}
            inputMode={facts.isInteger ? "numeric" : "decimal"}
            className="max-w-40"
          />
          {facts.unit && <span className="text-sm text-muted">{facts.unit}</span>}
        </span>
      );
    default:
      return (
        <Input
          {...shared}
          defaultValue={text}
          mono={facts.kind !== "text"}
          type={facts.kind === "url" || facts.kind === "email" ? facts.kind : "text"}
          spellCheck={facts.kind === "text"}
        />
      );
  }
}

type ChoicesProps = FieldControl & { name: string; options: string[]; literal: string };

/** What is stored and none of the options stays until another is chosen. */
function Choices({ options, literal, ...control }: ChoicesProps) {
  return (
    <Select {...control} defaultValue={literal} className="max-w-72">
      {!options.includes(literal) && (
        <option value={literal}>{literal === "" ? "Choose one" : literal}</option>
      )}
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </Select>
  );
}

type ChecksProps = {
  settingKey: string;
  field: FieldControl;
  options: string[] | undefined;
  literal: string;
};

function Checks({ settingKey, field, options = [], literal }: ChecksProps) {
  const items = itemsOf(literal) ?? [];
  return (
    <fieldset
      id={field.id}
      aria-labelledby={`${field.id}-label`}
      aria-describedby={field["aria-describedby"]}
      className="flex flex-wrap gap-x-5 gap-y-1"
    >
      {options.map((option) => (
        <label key={option} className="flex min-h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            name={settingNames.item(settingKey)}
            value={option}
            defaultChecked={items.includes(option)}
            className="size-4 accent-accent"
          />
          {option}
        </label>
      ))}
    </fieldset>
  );
}
