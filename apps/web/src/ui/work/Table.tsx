import type { ReactNode } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useAddress } from "../light/address.ts";
import { classes } from "../styles/classes.ts";
import css from "./Table.module.css";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable; null stands last in both directions. */
  sortBy?: (row: Row) => string | number | null;
  isFigure?: boolean;
  /** Left out on phones. */
  isMinor?: boolean;
};

type TableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The name in the address that holds the order: `?urut=nama` or `?urut=-nama`. */
  sortParam?: string;
  isDense?: boolean;
};

function compare(a: string | number | null, b: string | number | null, language: string): number {
  if (a === null || b === null) return 0;
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), language, { numeric: true });
}

function sorted<Row>(rows: readonly Row[], sortBy: ((row: Row) => string | number | null) | undefined, isDown: boolean): readonly Row[] {
  if (!sortBy) return rows;
  const known = rows.filter((row) => sortBy(row) !== null);
  const unknown = rows.filter((row) => sortBy(row) === null);
  known.sort((a, b) => (isDown ? -1 : 1) * compare(sortBy(a), sortBy(b), "id"));
  return [...known, ...unknown];
}

/** A plain table. Its first column names the row; its order lives in the address. */
export function Table<Row>({ caption, columns, rows, rowKey, sortParam = "urut", isDense = false }: TableProps<Row>) {
  const { parts } = useCopy();
  const { search, put } = useAddress();
  const order = search.get(sortParam) ?? "";
  const isDown = order.startsWith("-");
  const by = columns.find((column) => column.key === order.replace(/^-/, "") && column.sortBy);
  const turn = (key: string) => put({ [sortParam]: by?.key === key && !isDown ? `-${key}` : key });
  const look = (column: Column<Row>) => classes(column.isFigure && css["figure"], column.isMinor && css["minor"]);
  return (
    <div className={css["scroll"]} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes(css["table"], isDense && css["dense"])}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={look(column)} aria-sort={by?.key === column.key ? (isDown ? "descending" : "ascending") : undefined}>
                {column.sortBy ? (
                  <button type="button" onClick={() => turn(column.key)} title={parts.sortBy(column.label)}>
                    {column.label}
                    <span className={css["arrow"]} aria-hidden>
                      {by?.key === column.key ? (isDown ? "↓" : "↑") : "↕"}
                    </span>
                  </button>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, by?.sortBy, isDown).map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={look(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={look(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
