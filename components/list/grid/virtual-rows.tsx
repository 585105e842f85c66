"use client";
// Client: the rows of a long page, of which only those in sight and the active one are in the document. Loaded for such.
import { type Range, useVirtualizer } from "@tanstack/react-virtual";
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

const blockRows = 8;

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
    overscan: blockRows,
    // React draws them when there is time; until then the browser scrolls those that are there.
    useFlushSync: false,
    // The active row keeps the focus, also out of sight.
    rangeExtractor: useCallback(
      (range: Range) => {
        const rows = blocksOf(range);
        const isKept = kept < range.count && !rows.includes(kept);
        return isKept ? [...rows, kept].sort((a, b) => a - b) : rows;
      },
      [kept],
    ),
  });
  useImperativeHandle(props.keeper, () => ({ keep: (row) => flushSync(() => keep(row)) }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other heights make what was measured void.
  useLayoutEffect(() => virtualizer.measure(), [rowHeight, isMeasured]);

  const items = virtualizer.getVirtualItems();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once other rows stand in the document.
  useLayoutEffect(onDrawn, [items.map(({ key }) => key).join()]);

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

/**
 * What is in sight and around it, rounded to whole blocks: a table is laid out as a whole, so rows come and go many at a
 * time and seldom.
 */
function blocksOf({ startIndex, endIndex, overscan, count }: Range): number[] {
  const from = Math.max(0, Math.floor((startIndex - overscan) / blockRows) * blockRows);
  const to = Math.min(count, Math.ceil((endIndex + 1 + overscan) / blockRows) * blockRows);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
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
