// Pure: records as the text of a file, batch by batch. Lossless, unless it is made for a spreadsheet.
import { csvText } from "@/lib/model/csv";
import type { Literal, Literals } from "@/lib/model/literal";
import { recordJson } from "@/lib/model/record-json";
import type { Field, Resource } from "@/lib/model/resource";

export const exportFormats = ["csv", "json", "ndjson", "tsv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** `fields` are those of the resource that the file has, in its order. Secrets are masked before. */
export type FileText = {
  type: string;
  head: string;
  /** @param isFirst of all records of the file */
  batch: (records: Literals[], isFirst: boolean) => string;
  foot: string;
};

/** @param isForSpreadsheet nothing in a cell of a CSV is taken for a formula, and its encoding is told */
export function fileText(
  format: ExportFormat,
  resource: Resource,
  fields: Field[],
  isForSpreadsheet = false,
): FileText {
  const part = { ...resource, fields };
  const names = fields.map(({ name }) => name);
  const rows = (records: Literals[]) =>
    records.map((record) => names.map((name) => record[name] ?? null));
  switch (format) {
    case "csv": {
      const shown = (row: Literal[]) =>
        isForSpreadsheet ? row.map((literal, at) => harmless(literal, fields[at])) : row;
      return {
        type: "text/csv",
        head: `${isForSpreadsheet ? byteOrderMark : ""}${csvText([names])}`,
        batch: (records) => csvText(rows(records).map(shown)),
        foot: "",
      };
    }
    case "tsv":
      return {
        type: "text/tab-separated-values",
        head: tsvText([names]),
        batch: (records) => tsvText(rows(records)),
        foot: "",
      };
    case "json":
      return {
        type: "application/json",
        head: "[",
        batch: (records, isFirst) =>
          records
            .map((record, at) => `${isFirst && at === 0 ? "" : ","}\n${recordJson(part, record)}`)
            .join(""),
        foot: "\n]\n",
      };
    case "ndjson":
      return {
        type: "application/x-ndjson",
        head: "",
        // JSON columns of the type `json` keep the line breaks they were written with; in JSON they mean nothing.
        batch: (records) =>
          records.map((record) => `${recordJson(part, record).replace(/[\r\n]/g, " ")}\n`).join(""),
        foot: "",
      };
  }
}

const byteOrderMark = "\uFEFF";

/** Numbers stay numbers: a sign before digits is no formula. */
function harmless(literal: Literal, field: Field | undefined): Literal {
  if (literal === null || !/^[=+\-@\t\r]/.test(literal)) return literal;
  const isNumber = field && ["integer", "decimal", "float"].includes(field.kind);
  return isNumber && /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(literal) ? literal : `'${literal}`;
}

/** As Postgres's COPY writes text: NULL is `\N`, and a backslash stands before what would end a cell. */
function tsvText(rows: Literal[][]): string {
  return rows.map((row) => `${row.map(tsvCell).join("\t")}\n`).join("");
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function tsvCell(literal: Literal): string {
  return literal === null ? "\\N" : literal.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign);
}
