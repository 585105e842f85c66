// Server: whether an edit changes what a migration does, or only how it looks.
import "server-only";
import { piecesOf } from "@/lib/migrations/sql/split";

/**
 * Whether two texts have the same statements, whatever their comments, white space, breakpoints and
 * spelling of keywords; undefined when one of them is not understood.
 */
export function sameMeaning(a: string, b: string): boolean | undefined {
  const [left, right] = [meaningOf(a), meaningOf(b)];
  return left === undefined || right === undefined ? undefined : left === right;
}

function meaningOf(text: string): string | undefined {
  const pieces = piecesOf(text);
  const trees = pieces.flatMap((piece) => ("node" in piece ? [piece.node] : []));
  if (trees.length < pieces.length) return;
  return JSON.stringify(trees, (key, value) => (isPlace(key) ? undefined : value));
}

/** "location", "stmt_location", "rexpr_list_start" …: where it stands, not what it is. */
function isPlace(key: string): boolean {
  return key.endsWith("location") || key === "rexpr_list_start" || key === "rexpr_list_end";
}
