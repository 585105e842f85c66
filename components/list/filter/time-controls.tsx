"use client";
// Client: lengths of time and periods, as filters speak of them.
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Condition } from "@/lib/model/filter/filter";
import {
  formatDuration,
  parseDuration,
  periods,
  periodWords,
  type Unit,
  unitNames,
} from "@/lib/model/filter/time-spans";

type DurationControlProps = {
  draft: Condition;
  faultId: string | undefined;
  setValues: (values: string[]) => void;
};

export function DurationControl({ draft, faultId, setValues }: DurationControlProps) {
  const [value = ""] = draft.values;
  const unit =
    parseDuration(value)?.unit ?? (/[a-z]+$/.exec(value)?.[0] as Unit | undefined) ?? "d";
  const digits = value.replace(/[a-z]+$/, "");
  return (
    <div className="flex gap-2">
      <Input
        aria-label="How many"
        aria-describedby={faultId}
        aria-invalid={faultId ? true : undefined}
        inputMode="numeric"
        maxLength={4}
        value={digits}
        onChange={({ target }) => setValues([`${target.value.replace(/\D/g, "")}${unit}`])}
        className="max-w-20"
      />
      <Select
        aria-label="Unit"
        value={unit}
        onChange={({ target }) => {
          const count = Number(digits);
          setValues([formatDuration({ count, unit: target.value as Unit })]);
        }}
      >
        {unitNames.map((each) => (
          <option key={each.unit} value={each.unit}>
            {each.name}
          </option>
        ))}
      </Select>
    </div>
  );
}

type PeriodControlProps = { value: string; setValues: (values: string[]) => void };

export function PeriodControl({ value, setValues }: PeriodControlProps) {
  return (
    <Select aria-label="Period" value={value} onChange={({ target }) => setValues([target.value])}>
      {periods.map((period) => (
        <option key={period} value={period}>
          {periodWords(period)}
        </option>
      ))}
    </Select>
  );
}
