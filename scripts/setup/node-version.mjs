// @ts-check
// Ends the program with one sentence when this Node is too old; imported first by every script that
// people run.
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const needed = manifest.engines.node.replace(">=", "");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const [neededMajor, neededMinor] = needed.split(".").map(Number);

if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `✗ Node ${needed} or newer is needed and this is Node ${process.versions.node}: install a newer one from https://nodejs.org, then run this again.`,
  );
  process.exit(1);
}
