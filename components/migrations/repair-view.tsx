// Server or client: a repair to copy, with what takes it back beside it. Nothing here runs it.
import { CodeBlock } from "@/components/ui/code-block";
import type { Repair } from "@/lib/model/migrations/status";

export function RepairView({ repair }: { repair: Repair }) {
  const { title, language, apply, undo } = repair;
  return (
    <div className="mt-2 flex flex-col gap-2">
      <p className="text-xs text-muted">{title}</p>
      <CodeBlock code={apply} label={`Repair: ${title}`} />
      <details>
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-xs text-accent-text hover:underline">
          {language === "sql" ? "SQL that takes it back" : "What it was before"}
        </summary>
        <CodeBlock code={undo} label={`Takes back: ${title}`} className="mt-1" />
      </details>
    </div>
  );
}
