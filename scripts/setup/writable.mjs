// @ts-check
// Whether the project's folder can be written to, asked before anything else is done.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorCode, Failure } from "./failure.mjs";
import { dataFolder, projectFolder } from "./paths.mjs";

/** Makes .data, and tries to write there and beside it. */
export function assertWritable() {
  const samples = [dataFolder, projectFolder].map((folder) =>
    path.join(folder, `.writable-${process.pid}`),
  );
  try {
    mkdirSync(dataFolder, { recursive: true });
    for (const file of samples) {
      writeFileSync(file, "");
      rmSync(file);
    }
  } catch (error) {
    const reason = errorCode(error) === "ENOSPC" ? "is on a full disk" : "cannot be written to";
    throw new Failure(
      `The folder ${projectFolder} ${reason} (${errorCode(error)}): packages, build and database are kept in it, so make it writable or clone the project elsewhere.`,
    );
  }
}
