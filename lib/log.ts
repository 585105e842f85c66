// Server: one JSON line per event. Values of records, parameters and secrets never enter a log.
import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

let logger: pino.Logger | undefined;

export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return logger;
}
