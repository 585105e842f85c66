// Server or client: the platform's modal dialog, opened and closed by Invoker Commands, so before any script.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";

const widths = { sm: "max-w-[400px]", md: "max-w-[560px]", lg: "max-w-[860px]" };

type DialogProps = {
  /** What DialogButton and DialogClose name. Unique on the page. */
  id: string;
  title: ReactNode;
  /** One sentence under the title: the consequence, in numbers. */
  description?: ReactNode;
  width?: keyof typeof widths;
  /** However it was closed. */
  onClose?: () => void;
  children?: ReactNode;
};

export function Dialog({ id, title, description, width = "sm", onClose, children }: DialogProps) {
  return (
    <dialog
      id={id}
      closedby="any"
      onClose={onClose}
      // It may have been opened before hydration.
      suppressHydrationWarning
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={`overlay m-auto max-h-[calc(100dvh-32px)] w-[calc(100%-32px)] overflow-y-auto rounded-lg bg-raised shadow-overlay ${widths[width]}`}
    >
      <div className="flex flex-col gap-4 p-5">
        <header className="flex flex-col gap-1.5 pr-8">
          <h2 id={`${id}-title`} className="text-lg font-semibold text-balance">
            {title}
          </h2>
          {description && (
            <p id={`${id}-description`} className="text-sm text-pretty text-muted">
              {description}
            </p>
          )}
        </header>
        {children}
      </div>
      <Button
        command="close"
        commandfor={id}
        variant="ghost"
        size="sm"
        iconOnly
        aria-label="Close"
        className="absolute top-3.5 right-3.5"
      >
        <X aria-hidden />
      </Button>
    </dialog>
  );
}

/** Opens the dialog with that id. */
export function DialogButton({ dialog, ...props }: ButtonProps & { dialog: string }) {
  return <Button command="show-modal" commandfor={dialog} aria-haspopup="dialog" {...props} />;
}

/** Closes the dialog with that id and changes nothing. */
export function DialogClose({
  dialog,
  children = "Cancel",
  ...props
}: ButtonProps & { dialog: string }) {
  return (
    <Button command="close" commandfor={dialog} {...props}>
      {children}
    </Button>
  );
}

/** The row of buttons at a dialog's end: the way out first, the deed last. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return <footer className="flex flex-wrap justify-end gap-2 pt-1">{children}</footer>;
}
