// Client: which resources a token reaches. The choice opens the list by style alone, so it needs no script.
import { FieldError } from "@/components/ui/field";

type TokenResourcesProps = {
  resources: { slug: string; label: string }[];
  reach: string;
  /** Slugs. */
  chosen: string[];
  error: string | undefined;
};

export function TokenResources({ resources, reach, chosen, error }: TokenResourcesProps) {
  return (
    <fieldset
      className="group/reach flex flex-col gap-2 text-sm"
      aria-describedby={error && "token-resources-error"}
    >
      <legend className="mb-1.5 font-medium">Resources</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Reach value="all" reach={reach} label="All that my role reaches" />
        <Reach value="some" reach={reach} label="Only these" />
      </div>
      <ul className="hidden gap-x-4 gap-y-1.5 rounded-md border border-line px-3 py-2.5 group-has-[[value=some]:checked]/reach:grid sm:grid-cols-2">
        {resources.map(({ slug, label }) => (
          <li key={slug}>
            <label className="flex min-w-0 items-center gap-2">
              <input
                type="checkbox"
                name="resources"
                value={slug}
                defaultChecked={chosen.includes(slug)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="truncate">{label}</span>
            </label>
          </li>
        ))}
      </ul>
      {error && <FieldError id="token-resources-error">{error}</FieldError>}
    </fieldset>
  );
}

function Reach({ value, reach, label }: { value: string; reach: string; label: string }) {
  return (
    <label className="flex items-center gap-2">
      <input
        type="radio"
        name="reach"
        value={value}
        defaultChecked={reach === value}
        className="size-4 shrink-0 accent-accent"
      />
      {label}
    </label>
  );
}
