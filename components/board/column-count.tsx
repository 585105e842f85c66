// Server or client: how many cards a column has, as sure as that is.
import type { Count } from "@/lib/model/page";

const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export function ColumnCount({ count }: { count: Count | undefined }) {
  if (!count) return null;
  if (count.kind === "exact") return <>{count.rows.toLocaleString("en")}</>;
  return (
    <span title="From the database's statistics">
      {count.kind === "estimate" ? "≈ " : "more than "}
      {short.format(count.rows)}
    </span>
  );
}
