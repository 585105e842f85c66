// Server: what a view shows where the database has no such table, or not all of its columns.
import { Database } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Resource } from "@/lib/model/resource";

type MissingTableProps = {
  resource: Pick<Resource, "table" | "prefix">;
  /** What is amiss, where it is not the table or a column of it. */
  children?: ReactNode;
};

export function MissingTable({ resource: { table, prefix }, children }: MissingTableProps) {
  return (
    <EmptyState
      icon={<Database />}
      title="The database does not have this yet"
      actions={<LinkButton href={`/migrations/${prefix}`}>See its migrations</LinkButton>}
    >
      {children || (
        <>
          The code knows <code>{table}</code>, but the table or one of its columns is missing here.
        </>
      )}{" "}
      Most often a migration is pending.
    </EmptyState>
  );
}
