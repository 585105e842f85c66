"use client";
// Client: a form's submit button. While the form is on its way it spins, keeps its width and its focus,
// and ignores further clicks.
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

type SubmitButtonProps = Omit<ButtonProps, "type"> & {
  /** What screen readers hear meanwhile, e.g. "Saving". */
  pendingLabel?: string;
};

export function SubmitButton({
  pendingLabel = "Working",
  className = "",
  children,
  onClick,
  ...props
}: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const isChosen = !props.name || data?.get(props.name) === String(props.value);
  const isPending = pending && isChosen;
  return (
    <Button
      variant="primary"
      {...props}
      type="submit"
      className={`relative ${className}`}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      <span className={`inline-flex items-center gap-1.5 ${isPending ? "opacity-0" : ""}`}>
        {children}
      </span>
      {isPending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner label={pendingLabel} />
        </span>
      )}
    </Button>
  );
}
