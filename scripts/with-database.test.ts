// Tests: a command under with-database, as a process; the database is one that nobody connects to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { inProject, projectFolder } from "./setup/paths.mjs";

function run(code: string) {
  const child = spawn(
    process.execPath,
    [inProject("scripts/run.cjs"), "with-database", "node", "-e", code, "an argument"],
    {
      cwd: projectFolder,
      env: {
        ...process.env,
        POSTGRES_HOST: "db.example",
        FASTAPP_DIR: "lib",
        BETTER_AUTH_SECRET: "",
      },
    },
  );
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  const ended = once(child, "close").then(([exitCode]) => ({ exitCode, printed }));
  return { child, ended };
}

test("it has the person's database, absolute folders, a secret and its arguments", async () => {
  const { ended } = run(`
    const { POSTGRES_HOST, FASTAPP_DIR, BETTER_AUTH_SECRET } = process.env;
    const argument = process.argv[1];
    const secret = BETTER_AUTH_SECRET.length;
    console.log(JSON.stringify({ POSTGRES_HOST, FASTAPP_DIR, secret, argument }));
  `);
  const { exitCode, printed } = await ended;
  expect(exitCode).toBe(0);
  expect(JSON.parse(printed)).toEqual({
    POSTGRES_HOST: "db.example",
    FASTAPP_DIR: `${projectFolder}/lib`,
    secret: 44,
    argument: "an argument",
  });
});

test("its exit code is the command's", async () => {
  expect((await run("process.exit(3)").ended).exitCode).toBe(3);
});

test("SIGTERM reaches the command, which is waited for, and is no success", async () => {
  const { child, ended } = run(`
    process.on("SIGTERM", () => setTimeout(() => { console.log("ended well"); process.exit(); }, 100));
    console.log("up");
    setInterval(() => {}, 1000);
  `);
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await ended).toEqual({ exitCode: 130, printed: "up\nended well\n" });
});
