// Server or client: the button. It is `type="button"` unless told otherwise; forms use SubmitButton.
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";

export type ButtonProps = ComponentProps<"button"> & ButtonLook;

export function Button({ variant, size, iconOnly, className, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      className={buttonClass({ variant, size, iconOnly }, className)}
      {...props}
    />
  );
}
