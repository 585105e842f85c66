"use client";
// Client: the table of a list.
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useEffect, useMemo, useRef } from "react";
import { columnWidth } from "@/components/list/column-width";
import { ListLink } from "@/components/list/list-link";
import { LiteralView } from "@/components/list/literal-view";
import type { ListPage } from "@/components/list/use-list-page";
import type { Selection } from "@/components/list/use-selection";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { type ListQuery, listHref, sortAfterClick } from "@/lib/model/list-params";
import { encodeRecordId } from "@/lib/model/literal";
import { type Cell, cellText, type Page } from "@/lib/model/page";
import { type Field, fieldOf, type Resource, recordHref } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

type DataTableProps = {
  resource: Resource;
  query: ListQuery;
  list: ListPage;
  facts: TableFacts;
  selection: Selection;
  can: { update: boolean; delete: boolean };
  /** ISO time of the answer. */
  now: string;
};

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Cell[]>();

export function DataTable({ resource, query, list, now }: DataTableProps) {
  const { page, isStale } = list;
  const region = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top.
  useEffect(() => {
    region.current?.scrollTo({ top: 0 });
  }, [page]);

  const fields = useMemo(
    () => resource.list.columns.flatMap((name) => fieldOf(resource, name) ?? []),
    [resource],
  );
  const table = useTable({
    features,
    columns: useColumns(resource, fields, page, now),
    data: page.rows,
  });

  return (
    <Table
      label={resource.label}
      regionRef={region}
      aria-busy={isStale}
      regionClassName={`min-h-0 flex-1 border-t border-line ${isStale ? "opacity-60" : ""}`}
      className="table-fixed"
      style={{ minWidth: fields.reduce((sum, field) => sum + columnWidth(field), 0) }}
    >
      <colgroup>
        {fields.map((field) => (
          <col key={field.name} style={{ width: columnWidth(field) }} />
        ))}
      </colgroup>
      <TableHead>
        <tr>
          {fields.map((field, index) => (
            <SortHeader key={field.name} {...{ resource, query, field }} isPinned={index === 0} />
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {table.getRowModel().rows.map((row) => (
          <TableRow key={rowKey(resource, page, row.original)}>
            {row.getAllCells().map((cell, index) => (
              <TableCell
                key={cell.id}
                numeric={fields[index] && isNumeric(fields[index])}
                className={index === 0 ? pinned : ""}
              >
                <table.FlexRender cell={cell} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The first column stays in sight while a narrow window scrolls the others. */
const pinned =
  "sticky left-0 z-[1] bg-surface font-medium group-hover/row:bg-[image:linear-gradient(var(--color-hover))]";

function useColumns(resource: Resource, fields: Field[], page: Page, now: string) {
  return useMemo(() => {
    const answeredAt = new Date(now);
    const columns = fields.map((field, index) => {
      const at = page.columns.indexOf(field.name);
      return helper.accessor((row) => row[at] ?? null, {
        id: field.name,
        header: field.label,
        cell: ({ getValue, row }) => {
          const view = (
            <LiteralView
              field={field}
              cell={getValue()}
              people={page.people}
              related={page.related}
              // A record is opened by its first column.
              isInLink={index === 0}
              zone={resource.zone}
              now={answeredAt}
            />
          );
          const href = index === 0 && hrefOfRow(resource, page, row.original);
          return href ? (
            <Link prefetch={false} href={href} className="hover:underline">
              {view}
            </Link>
          ) : (
            view
          );
        },
      });
    });
    return helper.columns(columns);
  }, [resource, fields, page, now]);
}

function SortHeader(props: {
  resource: Resource;
  query: ListQuery;
  field: Field;
  isPinned: boolean;
}) {
  const { resource, query, field, isPinned } = props;
  const key = query.sort.find((sortKey) => sortKey.field === field.name);
  const className = isPinned ? "sticky left-0 z-[1]" : "";
  if (!field.sortable || field.isSecret || field.secretWhen) {
    return (
      <TableHeader numeric={isNumeric(field)} className={className}>
        {field.label}
      </TableHeader>
    );
  }
  const href = listHref(resource, {
    ...query,
    sort: sortAfterClick(resource, query.sort, field),
    position: { at: "first" },
  });
  const Arrow = key?.descending ? ArrowDown : ArrowUp;
  return (
    <TableHeader
      numeric={isNumeric(field)}
      className={className}
      aria-sort={key ? (key.descending ? "descending" : "ascending") : undefined}
    >
      <ListLink
        href={href}
        className={`inline-flex min-h-6 max-w-full items-center gap-1 hover:text-ink ${key ? "text-ink" : ""}`}
      >
        <span className="truncate">{field.label}</span>
        {key && <Arrow aria-hidden className="size-3.5 shrink-0" />}
      </ListLink>
    </TableHeader>
  );
}

function isNumeric(field: Field): boolean {
  return ["integer", "decimal", "float"].includes(field.kind) && !field.isPerson;
}

function keyLiterals(resource: Resource, page: Page, row: Cell[]): string[] {
  return resource.key.map((name) => cellText(row[page.columns.indexOf(name)] ?? null) ?? "");
}

function hrefOfRow(resource: Resource, page: Page, row: Cell[]): string | undefined {
  if (resource.key.length === 0) return undefined;
  return recordHref(resource, encodeRecordId(keyLiterals(resource, page, row)));
}

function rowKey(resource: Resource, page: Page, row: Cell[]): string {
  return resource.key.length === 0
    ? String(page.rows.indexOf(row))
    : encodeRecordId(keyLiterals(resource, page, row));
}
