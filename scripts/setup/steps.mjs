// @ts-check
// Prints one line per finished step with the time it took; a terminal also shows the steps under
// way.

const inTerminal = process.stdout.isTTY === true;

/** @type {Set<string>} */
const underWay = new Set();

/**
 * Runs one step of a job and prints its line when it is done. Steps may overlap.
 * @template T
 * @param {string} doing such as "Building the app"
 * @param {() => Promise<T>} work
 * @param {string | ((result: T) => string)} done such as "App built"
 * @param {(result: T) => boolean} [isGood] for work that tells of its failure in its result
 * @returns {Promise<T>}
 */
export async function step(doing, work, done, isGood = () => true) {
  const startedAt = performance.now();
  underWay.add(doing);
  drawUnderWay();
  try {
    const result = await work();
    underWay.delete(doing);
    const text = typeof done === "string" ? done : done(result);
    printDone(text, performance.now() - startedAt, isGood(result) ? "✓" : "✗");
    return result;
  } finally {
    underWay.delete(doing);
    drawUnderWay();
  }
}

/**
 * @param {string} text
 * @param {number} elapsedMs
 * @param {"✓" | "✗"} [mark]
 */
export function printDone(text, elapsedMs, mark = "✓") {
  print(`${mark} ${text.padEnd(44)} ${formatDuration(elapsedMs)}`);
}

/** @param {string} text */
export function print(text) {
  clearUnderWay();
  process.stdout.write(`${text}\n`);
  drawUnderWay();
}

/** Shows no step as under way any more, however long its program takes to end. */
export function forgetSteps() {
  underWay.clear();
  drawUnderWay();
}

/** @param {number} ms */
export function formatDuration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function drawUnderWay() {
  clearUnderWay();
  if (inTerminal && underWay.size > 0) process.stdout.write(`… ${[...underWay].join(" · ")}`);
}

function clearUnderWay() {
  if (inTerminal) process.stdout.write("\r\x1b[K");
}
