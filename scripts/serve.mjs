// @ts-check
// `npm run serve`: serves the build that is there, and does nothing else; the container image runs
// this.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { loadEnvironment } from "./setup/environment.mjs";
import { inProject, projectFolder } from "./setup/paths.mjs";
import { serverFile } from "./setup/production-build.mjs";

if (!existsSync(serverFile)) {
  console.error(
    '✗ There is no build to serve: run "npm run build" first, or "npm start", which does everything.',
  );
  process.exit(1);
}

// Under npm start: when that is killed, the server must not stay behind and hold the port.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));

loadEnvironment();
// In a checkout the migrations are read where they are written, not as the build found them.
if (existsSync(inProject("drizzle.config.ts"))) process.env.PROJECT_DIR ??= projectFolder;
// Shells and containers set HOSTNAME to the machine's name; Next would listen on that.
Object.assign(process.env, {
  NODE_ENV: "production",
  PORT: process.env.PORT || "3000",
  HOSTNAME: process.env.HOST || "127.0.0.1",
});
await import(pathToFileURL(serverFile).href);
