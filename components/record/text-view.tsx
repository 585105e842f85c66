// Server or client: a text to be read, its line breaks kept; a long one is folded, and unfolds without any script.

const foldedLength = 600;
const maxLength = 50_000;

export function TextView({ text }: { text: string }) {
  const isLong = text.length > foldedLength || text.split("\n").length > 12;
  const paragraphs = (
    <p className="text-sm whitespace-pre-line wrap-anywhere">
      {text.slice(0, maxLength)}
      {text.length > maxLength && "…"}
    </p>
  );
  if (!isLong) return paragraphs;
  return (
    <div className="group/text">
      <div className="max-h-44 overflow-hidden mask-b-from-70% group-has-[[open]]/text:max-h-none group-has-[[open]]/text:mask-none">
        {paragraphs}
      </div>
      <details>
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-xs text-muted underline hover:text-ink">
          <span className="group-has-[[open]]/text:hidden">
            Show all {text.length.toLocaleString("en")} characters
          </span>
          <span className="hidden group-has-[[open]]/text:inline">Show less</span>
        </summary>
        {text.length > maxLength && (
          <p className="text-xs text-muted">
            These are the first {maxLength.toLocaleString("en")}; the form has the whole text.
          </p>
        )}
      </details>
    </div>
  );
}
