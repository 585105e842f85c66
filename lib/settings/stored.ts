// Server: the stored rows of settings, kept until the database tells of a change; read again after a second where it cannot.
import "server-only";
import type { Listener } from "@/lib/db/listener";

export type StoredValues = ReadonlyMap<string, { value: string; isPublic: boolean }>;

type Source = {
  load: () => Promise<StoredValues>;
  listen: (onWord: () => void) => Listener;
  /** Told when rows kept from before are used, since they could not be read. */
  onStale: (error: unknown) => void;
};

export type StoredRows = { current(): Promise<StoredValues>; close(): void };

const polledMs = 1_000;
/** Even what is heard of is read again now and then. */
const heardMs = 60_000;

export function createStoredRows({ load, listen, onStale }: Source): StoredRows {
  let kept: { at: number; values: Promise<StoredValues> } | undefined;
  let last: StoredValues | undefined;
  let listener: Listener | undefined;

  async function read(): Promise<StoredValues> {
    try {
      last = await load();
      return last;
    } catch (error) {
      if (!last) throw error;
      onStale(error);
      return last;
    }
  }

  return {
    /** @throws DatabaseUnavailable only when the rows have never been read */
    current() {
      listener ??= listen(() => {
        kept = undefined;
      });
      listener.tend();
      const goodMs = listener.isHeard() ? heardMs : polledMs;
      if (!kept || performance.now() - kept.at >= goodMs) {
        const reading = { at: performance.now(), values: read() };
        kept = reading;
        reading.values.catch(() => {
          if (kept === reading) kept = undefined;
        });
      }
      return kept.values;
    },
    close() {
      listener?.close();
      listener = undefined;
      kept = undefined;
    },
  };
}
