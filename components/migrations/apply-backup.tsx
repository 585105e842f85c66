// Server or client: the reminder of a backup, with the command that makes it.
import { CodeBlock } from "@/components/ui/code-block";
import { counted } from "@/lib/model/counted";

type ApplyBackupProps = {
  /** None when no table that exists is touched. */
  command?: string | undefined;
  tables: number;
};

export function ApplyBackup({ command, tables }: ApplyBackupProps) {
  return (
    <section aria-labelledby="backup" className="flex flex-col gap-2">
      <h2 id="backup" className="text-base font-semibold">
        Back up first
      </h2>
      {command ? (
        <>
          <p className="text-sm text-pretty text-muted">
            This page cannot undo a migration that was applied. The command copies{" "}
            {counted(tables, "table")}, those that these touch and their ledgers, and asks for the
            database's password.
          </p>
          <CodeBlock code={command} label="Backup command" />
        </>
      ) : (
        <p className="text-sm text-muted">
          These migrations touch no table that exists, so there is nothing to copy.
        </p>
      )}
    </section>
  );
}
