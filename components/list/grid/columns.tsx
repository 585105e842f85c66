// Server or client: how wide the columns of a grid are, for the browser to lay it out by.
import { checkWidth, colStyle } from "@/components/list/grid/grid-columns";
import type { ListQuery } from "@/lib/model/list-params";

type LayoutProps = { layout: ListQuery["layout"]; isSelectable: boolean };

export function Columns({ layout, isSelectable }: LayoutProps) {
  return (
    <colgroup>
      {isSelectable && <col style={{ width: checkWidth }} />}
      {layout.columns.map(({ field }, index) => (
        <col key={field} data-col style={colStyle(layout, index)} />
      ))}
    </colgroup>
  );
}
