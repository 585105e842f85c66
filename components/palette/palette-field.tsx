// Client: the palette's first line: what is looked for, and the way out where there is no Escape key.
import { LoaderCircle, Search } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";

type PaletteFieldProps = { isLoading: boolean; close: () => void; children: ReactNode };

export function PaletteField({ isLoading, close, children }: PaletteFieldProps) {
  return (
    <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
      <Search aria-hidden className="size-4 shrink-0 text-muted" />
      {children}
      {isLoading && (
        // Most answers are there before it would appear.
        <span className="transition-opacity delay-300 starting:opacity-0">
          <LoaderCircle aria-hidden className="size-4 animate-spin text-muted" />
        </span>
      )}
      <Button variant="ghost" size="sm" onClick={close} className="-mr-2 md:hidden">
        Cancel
      </Button>
    </div>
  );
}

const placeholder = "Search pages, records and actions";

type PaletteInputProps = ComponentProps<"input"> & {
  text: string;
  setText: (text: string) => void;
};

/** Without an outline: it has the focus as long as the palette is open. */
export function PaletteInput({ text, setText, ...props }: PaletteInputProps) {
  return (
    <input
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={placeholder}
      aria-label={placeholder}
      // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into it.
      autoFocus
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
      {...props}
    />
  );
}
