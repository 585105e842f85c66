// Client: sends the form and hands on what the server tells, line by line.
import type { RunLine } from "@/lib/model/migrations/run";

const lineType = "application/x-ndjson";

/** `status` is that of HTTP. */
export type Refusal = { status: number; sentence: string };

/** @returns why nothing was begun, if so. Rejects when the connection is lost on the way. */
export async function sendForm<Line = RunLine>(
  action: string,
  form: FormData,
  onLines: (lines: Line[]) => void,
): Promise<Refusal | undefined> {
  const response = await fetch(action, {
    method: "POST",
    headers: { accept: lineType },
    body: form,
  });
  if (!response.headers.get("content-type")?.startsWith(lineType) || !response.body) {
    const problem: { title?: string } = await response.json().catch(() => ({}));
    const sentence = problem.title ?? "The server gave no answer that this page understands.";
    return { status: response.status, sentence };
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return undefined;
    const parts = (rest + value).split("\n");
    rest = parts.pop() ?? "";
    const lines = parts.filter((part) => part !== "").map((part): Line => JSON.parse(part));
    if (lines.length > 0) onLines(lines);
  }
}
