// Pure: line breaks on their way through a form. Browsers hold them as LF, whatever a literal has.

export function withLf(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** A changed text with the line breaks that the literal had, where those were CR LF throughout. */
export function withBreaksOf(before: string, text: string): string {
  const hadCrlfOnly = before.includes("\r\n") && !/(^|[^\r])\n/.test(before);
  return hadCrlfOnly ? text.replaceAll("\n", "\r\n") : text;
}
