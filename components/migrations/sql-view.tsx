// Server or client: a migration's SQL, coloured by Postgres's own scanner, with line numbers.
import { CopyButton } from "@/components/ui/copy-button";
import type { Token, TokenClass } from "@/lib/model/migrations/sql";

const colours: Record<TokenClass, string | undefined> = {
  keyword: "text-accent-text",
  string: "text-green",
  number: "text-amber",
  comment: "text-faint italic",
  identifier: undefined,
  plain: undefined,
};

export function SqlView({ tokens, label }: { tokens: Token[]; label: string }) {
  const text = tokens.map((token) => token.text).join("");
  const lines = text.trimEnd().split("\n").length;
  return (
    <div className="relative rounded-md border border-line bg-sunken">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-[70dvh] overflow-auto rounded-md print:max-h-none"
      >
        <pre className="flex w-max min-w-full py-2.5 font-mono text-xs leading-5">
          <span
            aria-hidden
            className="sticky left-0 w-12 shrink-0 print:hidden border-r border-line bg-sunken pr-2.5 text-right text-faint select-none"
          >
            {Array.from({ length: lines }, (_, index) => index + 1).join("\n")}
          </span>
          <code className="px-3 pr-12 text-[1em]">
            {tokens.map(({ class: kind, text: part }, index) =>
              colours[kind] ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: tokens repeat and never move.
                <span key={index} className={colours[kind]}>
                  {part}
                </span>
              ) : (
                part
              ),
            )}
          </code>
        </pre>
      </section>
      <CopyButton
        text={text}
        label={`Copy ${label}`}
        className="absolute top-1.5 right-1.5 bg-sunken"
      />
    </div>
  );
}
