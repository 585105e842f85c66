"use client";
// Client: the records of a list as a file: those that match by an address, those that were picked by a form.
import { Download } from "lucide-react";
import type { ButtonLook } from "@/components/ui/button-class";
import { Menu, MenuButton, MenuItem } from "@/components/ui/menu";
import type { ExportFormat } from "@/lib/model/export-format";
import { type Resource, resourceHref } from "@/lib/model/resource";

/** What each button adds to the form; CSV is what is written where no format is named. */
const files: { label: string; name: "format" | "spreadsheet"; value: ExportFormat | "" }[] = [
  { label: "CSV", name: "format", value: "csv" },
  { label: "CSV for a spreadsheet", name: "spreadsheet", value: "" },
  { label: "JSON", name: "format", value: "json" },
  { label: "JSON, one record a line", name: "format", value: "ndjson" },
  { label: "Tab-separated", name: "format", value: "tsv" },
];

type ExportMenuProps = ButtonLook & {
  id: string;
  resource: Resource;
  label: string;
  /** What the button says to those who do not see where it stands. */
  about: string;
  /** Of a list's address: filter, search and, where an index has it, the order. */
  params: Record<string, string>;
  /** The records that were picked; all that match when left out. */
  ids?: string[] | undefined;
};

export function ExportMenu({ id, resource, label, about, params, ids, ...look }: ExportMenuProps) {
  return (
    <>
      <MenuButton menu={id} aria-label={about} title={about} {...look}>
        <Download aria-hidden />
        {label}
      </MenuButton>
      <Menu id={id} label={about} placement="above-start">
        {/* A form, for many ids fit into no address. A download leaves the page as it is. */}
        <form method={ids ? "post" : "get"} action={`/api/export${resourceHref(resource)}`}>
          {Object.entries(params).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {ids?.map((each) => (
            <input key={each} type="hidden" name="id" value={each} />
          ))}
          {files.map((file) => (
            <MenuItem key={file.label} type="submit" name={file.name} value={file.value}>
              {file.label}
            </MenuItem>
          ))}
        </form>
      </Menu>
    </>
  );
}
