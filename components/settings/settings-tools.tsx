// Server or client: the ways of settings to and from other environments.

import { Download, Upload } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogButton, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { resourceHref } from "@/lib/model/resource";

type SettingsToolsProps = { slug: string; canImport: boolean; canReadSecrets: boolean };

const choices = [
  { format: "json", label: "JSON" },
  { format: "env", label: ".env" },
  { format: "yaml", label: "YAML" },
];

export function SettingsTools({ slug, canImport, canReadSecrets }: SettingsToolsProps) {
  return (
    <div className="flex flex-wrap gap-1 lg:flex-col lg:items-start">
      <DialogButton dialog="export-settings" variant="ghost" size="sm">
        <Download aria-hidden />
        Export
      </DialogButton>
      {canImport && (
        <LinkButton
          href={`${resourceHref({ slug })}/transfer`}
          variant="ghost"
          size="sm"
          prefetch={false}
        >
          <Upload aria-hidden />
          Import or compare
        </LinkButton>
      )}
      <Dialog
        id="export-settings"
        title="Export settings"
        description="What is stored, key by key, exactly as it is stored."
      >
        <form method="post" action="/api/settings/export" className="flex flex-col gap-4">
          <input type="hidden" name="resource" value={slug} />
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 text-sm font-medium">Format</legend>
            {choices.map(({ format, label }, index) => (
              <label key={format} className="flex min-h-7 items-center gap-2 text-sm">
                <input
                  type="radio"
                  name="format"
                  value={format}
                  defaultChecked={index === 0}
                  className="size-4 accent-accent"
                />
                {label}
              </label>
            ))}
          </fieldset>
          {canReadSecrets && (
            <label className="flex items-start gap-2 text-sm">
              <input
                type="checkbox"
                name="secrets"
                value="true"
                className="mt-0.5 size-4 accent-accent"
              />
              <span>
                With secrets
                <span className="block text-xs text-muted">
                  Each one read is written to the history.
                </span>
              </span>
            </label>
          )}
          <DialogFooter>
            <DialogClose dialog="export-settings" />
            <Button type="submit" variant="primary">
              Export
            </Button>
          </DialogFooter>
        </form>
      </Dialog>
    </div>
  );
}
