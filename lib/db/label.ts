// Server: the words by which a person tells one database from another. Never a user or a password.
import "server-only";
import { env } from "@/lib/env";

const loopback = /^(localhost|127(\.\d+){3}|::1|\/.*)$/;

/** Whether the database runs on this machine. */
export function isDatabaseLocal(): boolean {
  return loopback.test(env().database.host);
}

/** For example `fastapp @ localhost` or `fastapp @ db.example.com`. */
export function databaseLabel(): string {
  const { database, host } = env().database;
  return `${database || "postgres"} @ ${isDatabaseLocal() ? "localhost" : host}`;
}
