// Client: sends a request and hands on what the server tells, line by line.

const lineType = "application/x-ndjson";

/** `status` is that of HTTP. */
export type Refusal = { status: number; sentence: string };

/** @returns why nothing was begun, if so. Rejects when the connection is lost on the way, or given up. */
export async function sendForLines<Line>(
  address: string,
  request: { body?: FormData | string; signal?: AbortSignal },
  onLines: (lines: Line[]) => void,
): Promise<Refusal | undefined> {
  const type = typeof request.body === "string" && { "content-type": "application/json" };
  const response = await fetch(address, {
    method: "POST",
    headers: { accept: lineType, ...type },
    ...request,
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
