import { describe, expect, it } from "vitest";
import { credentialsFrom } from "@/lib/db/credentials";

const host = { POSTGRES_HOST: "db.example.com" };
const ca = "-----BEGIN CERTIFICATE-----";
const url = "postgres://ada:p%40ss%2F@db.example.com:6543/my%20app";

const sslOf = (env: Record<string, string>) => credentialsFrom({ ...host, ...env }).ssl;

describe("TLS to the database", () => {
  it.each<[Record<string, string>, unknown]>([
    [{}, { rejectUnauthorized: true }],
    [{ POSTGRES_USE_SSL: "" }, { rejectUnauthorized: true }],
    [{ POSTGRES_USE_SSL: "true" }, { rejectUnauthorized: true }],
    [{ POSTGRES_USE_SSL: "no" }, { rejectUnauthorized: true }],
    [{ POSTGRES_USE_SSL: "false" }, false],
    [
      { POSTGRES_USE_SSL: "false", POSTGRES_CA: ca },
      { rejectUnauthorized: true, ca },
    ],
    [{ POSTGRES_USE_SSL: "false", POSTGRES_CA: "none" }, false],
    [{ POSTGRES_CA: "none" }, { rejectUnauthorized: true }],
    [{ POSTGRES_CA: ca }, { rejectUnauthorized: true, ca }],
    [{ POSTGRES_SSL_REJECT_UNAUTHORIZED: "false" }, { rejectUnauthorized: false }],
    [{ POSTGRES_SSL_REJECT_UNAUTHORIZED: "0" }, { rejectUnauthorized: true }],
    [
      { POSTGRES_CA: ca, POSTGRES_SSL_REJECT_UNAUTHORIZED: "false" },
      { rejectUnauthorized: false, ca },
    ],
    [{ DATABASE_URL: `${url}?sslmode=disable` }, false],
    [{ DATABASE_URL: `${url}?sslmode=require` }, { rejectUnauthorized: true }],
    [
      { DATABASE_URL: `${url}?sslmode=disable`, POSTGRES_USE_SSL: "true" },
      { rejectUnauthorized: true },
    ],
    [
      { DATABASE_URL: `${url}?sslmode=disable`, POSTGRES_CA: ca },
      { rejectUnauthorized: true, ca },
    ],
  ])("A31: with %j is %j", (env, ssl) => expect(sslOf(env)).toEqual(ssl));
});

describe("where the database is", () => {
  it("is said by variables of its own", () => {
    const env = {
      ...host,
      POSTGRES_PORT: "6543",
      POSTGRES_USER: "ada",
      POSTGRES_PASSWORD: "secret",
      POSTGRES_DB: "app",
    };
    expect(credentialsFrom(env)).toMatchObject({
      host: "db.example.com",
      port: 6543,
      user: "ada",
      password: "secret",
      database: "app",
    });
  });

  it("is said by a URL, decoded", () => {
    expect(credentialsFrom({ DATABASE_URL: url })).toMatchObject({
      host: "db.example.com",
      port: 6543,
      user: "ada",
      password: "p@ss/",
      database: "my app",
    });
    expect(credentialsFrom({ DATABASE_URL: "postgresql://u@[::1]/d" })).toMatchObject({
      host: "::1",
      port: 5432,
    });
  });

  it("is said by the variables where both are set", () => {
    const env = { DATABASE_URL: url, POSTGRES_HOST: "other", POSTGRES_DB: "else" };
    expect(credentialsFrom(env)).toMatchObject({
      host: "other",
      database: "else",
      user: "ada",
      port: 6543,
    });
  });

  it("is nowhere without either", () => {
    expect(credentialsFrom({})).toMatchObject({
      host: "",
      port: 5432,
      user: "",
      password: "",
      database: "",
    });
  });

  it.each([
    { DATABASE_URL: "mysql://u@h/d" },
    { DATABASE_URL: "db.example.com" },
    { POSTGRES_PORT: "x" },
    { POSTGRES_PORT: "0" },
    { POSTGRES_PORT: "65536" },
    { POSTGRES_PORT: "1.5" },
  ])("is refused as %j, without a password in the message", (env) => {
    const read = () => credentialsFrom({ ...host, POSTGRES_PASSWORD: "s3cr3t", ...env });
    expect(read).toThrow(/DATABASE_URL must look like|is not a port number/);
    expect(read).not.toThrow(/s3cr3t/);
  });
});
