// Server: an answer that comes line by line, each a JSON value, while the work goes on.
import "server-only";
import { after } from "next/server";

/** Blank lines, so that a proxy does not take a long statement for a dead connection. */
const pulseMs = 10_000;

/** @param work goes on when the reader has gone away, unless it heeds the signal; it must not reject */
export function lines<T>(
  work: (tell: (line: T) => void, signal: AbortSignal) => Promise<void>,
): Response {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  let isOpen = true;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const pulse = setInterval(() => send("\n"), pulseMs);
      const ended = work((line) => send(`${JSON.stringify(line)}\n`), gone.signal).finally(() => {
        clearInterval(pulse);
        if (isOpen) controller.close();
        isOpen = false;
      });
      // A server that is told to stop waits for it.
      after(() => ended);
    },
    cancel() {
      isOpen = false;
      gone.abort();
    },
  });
  return new Response(stream, {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "x-accel-buffering": "no" },
  });
}
