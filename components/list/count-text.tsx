// Server or client: how many records there are, as sure as that is.
import type { Count } from "@/lib/model/page";

const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export function CountText({ count }: { count: Count }) {
  if (count.kind === "exact") return <>{count.rows.toLocaleString("en")}</>;
  return (
    <span title="From the database's statistics">
      {count.kind === "estimate" ? "≈ " : "more than "}
      {short.format(count.rows)}
    </span>
  );
}
