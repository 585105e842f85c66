// Server: one part of a page: what it reads stands by itself, so that a slow or failing part takes no other along.
import type { ReactNode } from "react";
import { Streamed } from "@/app/(admin)/streamed";
import { Skeleton } from "@/components/ui/skeleton";
import { requestId } from "@/lib/auth/request-id";
import { isMissingRelation, isQueryCanceled, pgCode } from "@/lib/db/errors";
import { Abandoned } from "@/lib/errors";
import { log } from "@/lib/log";

type PartProps<Value> = {
  /** For the log and the sentence of a fault: "Overdue sessions". */
  name: string;
  read: () => Promise<Value>;
  /** Tailwind: the height it will about have. */
  height?: string;
  children: (value: Value) => ReactNode;
};

export function Part<Value>(props: PartProps<Value>) {
  return (
    <Streamed fallback={<Skeleton className={`m-3 ${props.height ?? "h-5"}`} />}>
      <Loaded {...props} />
    </Streamed>
  );
}

async function Loaded<Value>({ name, read, children }: PartProps<Value>) {
  const outcome = await attempt(name, read);
  if ("value" in outcome) return children(outcome.value);
  return <p className="px-4 py-2.5 text-sm text-muted">{outcome.sentence}</p>;
}

async function attempt<Value>(
  name: string,
  read: () => Promise<Value>,
): Promise<{ value: Value } | { sentence: string }> {
  try {
    return { value: await read() };
  } catch (error) {
    if (isQueryCanceled(error)) return { sentence: `${name}: not told within two seconds.` };
    if (isMissingRelation(error)) return { sentence: `${name}: the database lacks the table.` };
    if (error instanceof Abandoned) throw error;
    const reference = await requestId();
    const kind = error instanceof Error ? error.name : "unknown";
    log().error(
      { requestId: reference, part: name, error: kind, code: pgCode(error) },
      "part of a page failed",
    );
    return { sentence: `${name}: could not be read (request ${reference}).` };
  }
}
