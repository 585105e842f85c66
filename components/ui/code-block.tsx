// Server or client: SQL, JSON and other literals as they are, scrolling by themselves, with a copy button.
import { CopyButton } from "@/components/ui/copy-button";

type CodeBlockProps = {
  code: string;
  /** What it is, e.g. "SQL of 0001_initial". */
  label: string;
  className?: string;
};

export function CodeBlock({ code, label, className = "" }: CodeBlockProps) {
  return (
    <div className={`relative rounded-md border border-line bg-sunken ${className}`}>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-[60dvh] overflow-auto rounded-md"
      >
        <pre className="w-max min-w-full px-3 py-2.5 pr-12 font-mono text-xs leading-5">
          <code className="text-[1em]">{code}</code>
        </pre>
      </section>
      <CopyButton
        text={code}
        label={`Copy ${label}`}
        className="absolute top-1.5 right-1.5 bg-sunken"
      />
    </div>
  );
}
