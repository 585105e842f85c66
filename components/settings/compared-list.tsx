// Server or client: settings of a file beside those that are stored, what differs first.
import { ReviewedItem } from "@/components/settings/reviewed-item";
import { Badge, type Tone } from "@/components/ui/badge";
import { FieldError } from "@/components/ui/field";
import { counted } from "@/lib/model/counted";
import {
  type ComparedSetting,
  type TransferState,
  transferNames,
} from "@/lib/model/settings/transfer";

type ComparedListProps = { state: TransferState; compared: ComparedSetting[]; canSave: boolean };

const looks: Record<ComparedSetting["status"], { word: string; tone: Tone }> = {
  changed: { word: "Changed", tone: "blue" },
  new: { word: "New", tone: "green" },
  secret: { word: "Secret", tone: "violet" },
  invalid: { word: "Invalid", tone: "amber" },
  unchanged: { word: "Unchanged", tone: "neutral" },
};

export function ComparedList({ state, compared, canSave }: ComparedListProps) {
  const { onlyHere, errors } = state;
  const differing = compared.filter(({ status }) => status !== "unchanged");
  const same = compared.length - differing.length;
  return (
    <section aria-labelledby="compared" className="flex flex-col gap-3">
      <h2 id="compared" className="text-sm font-semibold">
        {differing.length === 0
          ? "Nothing differs"
          : `${counted(differing.length, "setting")} to look at`}
        <span className="ml-2 font-normal text-muted">{counted(same, "setting")} unchanged</span>
      </h2>
      {differing.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {differing.map((setting) => (
            <Compared
              key={setting.key}
              setting={setting}
              canSave={canSave}
              error={errors[setting.key]}
            />
          ))}
        </ul>
      )}
      {onlyHere.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-pointer text-muted hover:text-ink">
            {counted(onlyHere.length, "setting")} stored here and not in the file. They stay.
          </summary>
          <p className="mt-2 font-mono text-xs text-muted wrap-anywhere">{onlyHere.join(", ")}</p>
        </details>
      )}
    </section>
  );
}

type ComparedProps = { setting: ComparedSetting; canSave: boolean; error: string | undefined };

/** What nobody declared is not taken unless it is asked for. */
function Compared({ setting, canSave, error }: ComparedProps) {
  const { key, label, status, isDeclared, problem, before, after, served } = setting;
  const { word, tone } = looks[status];
  return (
    <li className="grid grid-cols-[116px_minmax(0,1fr)] items-start">
      <span className="flex flex-wrap items-center gap-2 py-3 pl-3">
        {canSave && status !== "invalid" && (
          <input
            type="checkbox"
            name={transferNames.take}
            value={key}
            defaultChecked={isDeclared && status !== "secret"}
            aria-label={`Take ${key}`}
            className="size-4 accent-accent"
          />
        )}
        <Badge tone={tone}>{word}</Badge>
      </span>
      <div>
        <ul>
          <ReviewedItem
            setting={{
              key,
              label,
              isSecret: status === "secret",
              resets: false,
              ...(before !== undefined && { before }),
              ...(after !== undefined && { after }),
              ...(served && { served }),
            }}
          />
        </ul>
        {(problem || error || !isDeclared) && (
          <div className="flex flex-col gap-1 px-3 pb-3 text-xs text-muted">
            {!isDeclared && <p>No declaration speaks of this key.</p>}
            {(error ?? problem) && <FieldError>{error ?? problem}</FieldError>}
          </div>
        )}
      </div>
    </li>
  );
}
