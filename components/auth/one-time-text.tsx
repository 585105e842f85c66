"use client";
// Client: a link or a token, shown once.
import { CopyButton } from "@/components/ui/copy-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

const kinds = {
  link: {
    label: "One-time link",
    copyLabel: "Copy link",
    about:
      "Send them this link yourself: it is not mailed and not shown again. It works once, within 7 days.",
  },
  token: {
    label: "New token",
    copyLabel: "Copy token",
    about:
      "Copy it to where it is used: it is not shown again. Whoever has it can do what it allows.",
  },
};

type OneTimeTextProps = { kind: keyof typeof kinds; title: string; text: string };

export function OneTimeText({ kind, title, text }: OneTimeTextProps) {
  const { label, copyLabel, about } = kinds[kind];
  return (
    <Notice tone="success" title={title} live>
      <p className="text-muted">{about}</p>
      <span className="mt-2 flex items-center gap-1">
        <Input
          mono
          readOnly
          aria-label={label}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={text} label={copyLabel} />
      </span>
    </Notice>
  );
}
