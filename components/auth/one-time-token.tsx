// Client: a new API token, shown once.
import { CopyButton } from "@/components/ui/copy-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

export function OneTimeToken({ title, token }: { title: string; token: string }) {
  return (
    <Notice tone="success" title={title} live>
      <p className="text-muted">
        Copy it to where it is used: it is not shown again. Whoever has it can do what it allows.
      </p>
      <span className="mt-2 flex items-center gap-1">
        <Input
          mono
          readOnly
          aria-label="New token"
          value={token}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={token} label="Copy token" />
      </span>
    </Notice>
  );
}
