"use client";
// Client: a link to hand to somebody, shown once.
import { CopyButton } from "@/components/ui/copy-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

type OneTimeLinkProps = { title: string; link: string };

export function OneTimeLink({ title, link }: OneTimeLinkProps) {
  return (
    <Notice tone="success" title={title} live>
      <p className="text-muted">
        Send them this link yourself: it is not mailed and not shown again. It works once, within 7
        days.
      </p>
      <span className="mt-2 flex items-center gap-1">
        <Input
          mono
          readOnly
          aria-label="One-time link"
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={link} label="Copy link" />
      </span>
    </Notice>
  );
}
