// Server or client: a number in a table, rounded to be read; the exact literal is one hover away.
import { TableCell } from "@/components/ui/table";
import type { Literal } from "@/lib/model/literal";
import { numberText } from "@/lib/model/number-text";

const maxTitle = 200;

export function NumberCell({ literal }: { literal: Literal }) {
  if (literal === null) {
    return (
      <TableCell numeric className="text-faint">
        –
      </TableCell>
    );
  }
  return (
    <TableCell numeric title={literal.slice(0, maxTitle)}>
      {numberText(literal)}
    </TableCell>
  );
}
