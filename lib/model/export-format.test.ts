import { integer, json, pgTable, text } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { fileText } from "@/lib/model/export-format";

const table = pgTable("base_files", { id: integer().primaryKey(), words: text(), doc: json() });
const resource = deriveResource(table, {
  prefix: "base_",
  label: "Base",
  config: "x",
  migrations: "x",
  script: "x",
} as never);
const record = (id: string, words: string | null, doc: string | null = null) => ({
  id,
  words,
  doc,
});

function whole(
  format: Parameters<typeof fileText>[0],
  records: object[][],
  isForSpreadsheet = false,
) {
  const { head, batch, foot } = fileText(format, resource, resource.fields, isForSpreadsheet);
  return head + records.map((each, at) => batch(each as never, at === 0)).join("") + foot;
}

describe("a file", () => {
  it("tells NULL from the empty text in CSV", () => {
    expect(whole("csv", [[record("1", null), record("2", "")], [record("3", 'a"b,\n')]])).toBe(
      'id,words,doc\r\n1,,\r\n2,"",\r\n3,"a""b,\n",\r\n',
    );
  });

  it("A23: has no formulas where it is for a spreadsheet, and everything as it is elsewhere", () => {
    const rows = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "a=1"].map((words) =>
      record("-5", words),
    );
    expect(whole("csv", [rows])).toContain("\r\n-5,=1+1,\r\n-5,+1,");
    expect(whole("csv", [rows], true)).toBe(
      "\uFEFFid,words,doc\r\n-5,'=1+1,\r\n-5,'+1,\r\n-5,'-1,\r\n-5,'@x,\r\n-5,'\tx,\r\n-5,\"'\rx\",\r\n-5,a=1,\r\n",
    );
  });

  it("is JSON whatever the number of batches", () => {
    const rows = [[record("1", null, '{"n":12345678901234567890.10}')], [record("2", "")]];
    const written = whole("json", rows);
    expect(JSON.parse(written)).toHaveLength(2);
    expect(written).toContain("12345678901234567890.10");
    expect(JSON.parse(whole("json", []))).toEqual([]);
  });

  it("has a record a line in NDJSON, whatever stands in it", () => {
    const lines = whole("ndjson", [[record("1", "a\nb", '{\n"a":\r\n1}')], [record("2", null)]]);
    expect(
      lines
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: 1, words: "a\nb", doc: { a: 1 } },
      { id: 2, words: null, doc: null },
    ]);
  });

  it("is what COPY reads in TSV", () => {
    expect(whole("tsv", [[record("1", "a\tb\\\n"), record("2", null), record("3", "")]])).toBe(
      "id\twords\tdoc\n1\ta\\tb\\\\\\n\t\\N\n2\t\\N\t\\N\n3\t\t\\N\n",
    );
  });
});
