"use client";
// Client: the rows of a long page, of which only those in sight and the active one are in the document. Loaded for such.
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  Fragment,
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useState,
} from "react";
import { flushSync } from "react-dom";

export type RowKeeper = {
  /** Has that row in the document, wherever the others are, when it returns. */
  keep: (row: number) => void;
};

type VirtualRowsProps = {
  region: RefObject<HTMLElement | null>;
  count: number;
  rowHeight: number;
  /** Rows of different heights are measured. */
  isMeasured: boolean;
  columnCount: number;
  keyOf: (row: number) => string;
  render: (row: number, measure?: Ref<HTMLTableRowElement>) => ReactNode;
  onDrawn: () => void;
  keeper: Ref<RowKeeper>;
};

export default function VirtualRows(props: VirtualRowsProps) {
  const { region, count, rowHeight, isMeasured, columnCount, keyOf, render, onDrawn } = props;
  const [kept, keep] = useState(0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => region.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 12,
    // The active row keeps the focus, also out of sight.
    rangeExtractor: useCallback(
      (range: Range) =>
        kept < range.count
          ? [...new Set([kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b)
          : defaultRangeExtractor(range),
      [kept],
    ),
  });
  useImperativeHandle(props.keeper, () => ({ keep: (row) => flushSync(() => keep(row)) }), []);
  useLayoutEffect(onDrawn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other heights make what was measured void.
  useLayoutEffect(() => virtualizer.measure(), [rowHeight, isMeasured]);

  const items = virtualizer.getVirtualItems();
  const end = items.at(-1)?.end ?? 0;
  return (
    <>
      {items.map(({ key, index, start }, at) => (
        <Fragment key={key}>
          <Gap height={start - (items[at - 1]?.end ?? 0)} {...{ columnCount }} />
          {render(index, isMeasured ? virtualizer.measureElement : undefined)}
        </Fragment>
      ))}
      <Gap height={virtualizer.getTotalSize() - end} columnCount={columnCount} />
    </>
  );
}

/** The room of rows that are not in the document. */
function Gap({ height, columnCount }: { height: number; columnCount: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columnCount} style={{ height, padding: 0 }} />
    </tr>
  );
}
