// Server: what is shown where there is nothing: what was looked for, and where to go from here.
import { SearchX } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";

export function Missing({ path }: { path: string }) {
  return (
    <div className="mx-auto max-w-[480px] px-4 py-16">
      <SearchX aria-hidden className="mb-4 size-6 text-muted" />
      <h1 className="text-xl font-semibold tracking-tight">Nothing here</h1>
      <p className="mt-1.5 text-sm text-pretty text-muted">
        Looked for <code className="text-ink wrap-anywhere">{path}</code>. There is no such page,
        table or record, or your role does not include it. A record that was deleted is still in the
        history.
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        <LinkButton href="/" variant="primary">
          Go to the overview
        </LinkButton>
        <LinkButton href="/history">Look at the history</LinkButton>
      </div>
    </div>
  );
}
