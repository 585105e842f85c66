// Pure: JSON laid out to be read, each token as it was written, so that no number is rounded and no member lost.

/** Puts each member on its own line and touches nothing else: numbers and texts stay as they are written. */
export function layOut(json: string): string {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let depth = 0;
  let text = "";
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const line = () => `\n${"  ".repeat(depth)}`;
    if (token === "{" || token === "[") {
      const isEmpty = next === "}" || next === "]";
      depth++;
      text += isEmpty ? token : token + line();
    } else if (token === "}" || token === "]") {
      depth--;
      const isEmpty = ["{", "["].includes(tokens[index - 1] ?? "");
      text += isEmpty ? token : line() + token;
    } else if (token === ",") {
      text += token + line();
    } else {
      text += token === ":" ? ": " : token;
    }
  });
  return text;
}
