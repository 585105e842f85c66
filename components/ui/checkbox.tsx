// Server or client: checkbox, radio and switch, each a native input with its label beside it.
import type { ComponentProps, ReactNode } from "react";

type ChoiceProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  /** Left out, the input needs an `aria-label`. */
  label?: ReactNode;
  hint?: ReactNode;
};

export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} type="checkbox" look="choice-check" />;
}

export function Radio(props: ChoiceProps) {
  return <Choice {...props} type="radio" look="choice-radio" />;
}

/** For what takes effect as a state: on or off. */
export function Switch(props: ChoiceProps) {
  return <Choice {...props} type="checkbox" role="switch" look="choice-switch" />;
}

function Choice({
  label,
  hint,
  look,
  className = "",
  ...props
}: ChoiceProps & { type: "checkbox" | "radio"; look: string }) {
  return (
    <label
      className={`inline-flex min-h-6 min-w-6 items-start gap-2 py-0.5 text-sm has-disabled:opacity-60 ${label ? "" : "justify-center"} ${className}`}
    >
      <input className={`choice ${look}`} {...props} />
      {label && (
        <span className="min-w-0">
          {label}
          {hint && <span className="block text-xs text-muted">{hint}</span>}
        </span>
      )}
    </label>
  );
}
