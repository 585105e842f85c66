// Server: finds texts that were applied and are no longer in the folder, in the version control that the folder is under.
import "server-only";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { AppliedText, Folder, Ledger, MigrationSource } from "@/lib/migrations/facts";
import { hashOf } from "@/lib/migrations/read/file-text";

const run = promisify(execFile);

/** By the hash that the ledger has. A folder without version control has none. */
export async function findAppliedTexts(
  { folder, path }: MigrationSource,
  { journal, files }: Folder,
  ledger: Ledger,
): Promise<Map<string, AppliedText>> {
  const found = new Map<string, AppliedText>();
  if (journal.kind !== "read" || ledger.kind !== "read") return found;
  const { layout, entries } = journal;
  const present = new Set(files.map(({ hash }) => hash));
  const lost = ledger.rows.filter(({ hash }) => !present.has(hash));
  for (const { hash, createdAt, name } of lost.slice(0, maxLost)) {
    const entry = entries.find(({ tag, when }) => (name ? tag === name : when === createdAt));
    if (!entry) continue;
    const file = layout === "v1" ? `${entry.tag}/migration.sql` : `${entry.tag}.sql`;
    const text = await findInHistory(path, file, hash);
    if (text) {
      const command = `cd ${quoted(folder)} && git show ${text.commit}:./${quoted(file)} > ${quoted(file)}`;
      found.set(hash, { text: text.text, from: `commit ${text.commit} of ${text.date}`, command });
    }
  }
  return found;
}

/** Each costs a process; who has edited more than that wants to read the history as a whole. */
const maxLost = 20;
const maxCommits = 200;
const limits = { timeout: 2_000, maxBuffer: 16 * 1024 * 1024 };

async function findInHistory(
  folder: string,
  file: string,
  hash: string,
): Promise<{ text: string; commit: string; date: string } | undefined> {
  const git = (...args: string[]) => run("git", ["-C", folder, ...args], limits);
  try {
    const log = await git("log", `-${maxCommits}`, "--all", "--format=%h %cs", "--", file);
    for (const line of log.stdout.split("\n").filter(Boolean)) {
      const [commit = "", date = ""] = line.split(" ");
      const shown = await git("show", `${commit}:./${file}`).catch(() => undefined);
      if (shown && hashOf(shown.stdout) === hash) return { text: shown.stdout, commit, date };
    }
  } catch {
    // No git, no repository, or none that answers in time: then the text is simply not known.
  }
  return undefined;
}

function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
