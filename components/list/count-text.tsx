// Server or client: how many records there are, as sure as that is.
import { roughly } from "@/lib/model/counted";
import type { Count } from "@/lib/model/page";

export function CountText({ count }: { count: Count }) {
  const rows = count.rows.toLocaleString("en");
  if (count.kind === "exact") return <>{rows}</>;
  if (count.kind === "more than") return <span>more than {rows}</span>;
  return (
    <span title={`${rows}, as the database's statistics have it`}>≈ {roughly(count.rows)}</span>
  );
}
