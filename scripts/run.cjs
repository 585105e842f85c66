// `node scripts/run.cjs <name> …` runs a script of this folder, if this Node is new enough for it.
// CommonJS in old words, so that any Node can say so.
const { engines } = require("../package.json");

const needed = engines.node.replace(">=", "");
const [major, minor] = process.versions.node.split(".").map(Number);
const [neededMajor, neededMinor] = needed.split(".").map(Number);

if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `✗ Node ${needed} or newer is needed and this is Node ${process.versions.node}: ` +
      "install a newer one from https://nodejs.org, then run this again.",
  );
  process.exit(1);
}

const script = `${__dirname}/${process.argv[2]}.mjs`;
process.argv.splice(1, 2, script);
import(script);
