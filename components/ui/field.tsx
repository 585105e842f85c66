// Server or client: a control's label, hint and error, and the ids that tie them together.
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** Spread onto the control. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

type FieldProps = {
  /** The control's id; hint and error derive theirs from it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** The column's type, e.g. `varchar(100)`, in mono at the right. */
  typeHint?: string;
  /** Beside the type hint, e.g. a "Set null" switch. */
  aside?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

export function Field({
  id,
  label,
  hint,
  error,
  required,
  typeHint,
  aside,
  className = "",
  children,
}: FieldProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div className={`flex min-w-0 flex-col gap-1.5 ${className}`}>
      <div className="flex min-h-5 items-center justify-between gap-3">
        <label htmlFor={id} className="min-w-0 text-sm font-medium">
          {label}
          {required && <RequiredMark />}
        </label>
        {(typeHint || aside) && (
          <div className="flex shrink-0 items-center gap-3 text-2xs">
            {aside}
            {typeHint && <code className="text-faint">{typeHint}</code>}
          </div>
        )}
      </div>
      {children({
        id,
        "aria-describedby": [errorId, hintId].filter(Boolean).join(" ") || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": required || undefined,
      })}
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {hint && (
        <p id={hintId} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-xs text-red">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}

function RequiredMark() {
  return (
    <span aria-hidden title="Required" className="ml-1 text-red">
      *
    </span>
  );
}
