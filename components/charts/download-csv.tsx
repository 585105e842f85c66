// Server or client: what is on screen as a file.
import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { type ChartQuery, chartSearch, unopened } from "@/lib/model/charts/params";
import type { Resource } from "@/lib/model/resource";

type DownloadCsvProps = { resource: Pick<Resource, "slug">; query: ChartQuery };

export function DownloadCsv({ resource, query }: DownloadCsvProps) {
  return (
    <a
      href={`/api/series/${encodeURIComponent(resource.slug)}?${chartSearch(unopened(query))}`}
      download
      className={buttonClass({ size: "sm" })}
    >
      <Download aria-hidden />
      CSV
    </a>
  );
}
