import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

export type SimpleTableProps<Row> = {
  label: string;
  columns: readonly {
    id: string;
    name: ReactNode;
    align?: "start" | "end";
    cell: (row: Row) => ReactNode;
    className?: string;
  }[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Shown in place of the rows when there is none. */
  empty?: ReactNode;
  className?: string;
};

/** A short table that is there in full: lists of a page, evidence, failures. It prints as it is. */
export function SimpleTable<Row>({ label, columns, rows, rowId, empty, className }: SimpleTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className={classNames("overflow-x-auto", className)}>
      <table aria-label={label} className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(
                  "h-8 pr-4 text-xs font-medium whitespace-nowrap text-ink-3 last:pr-0",
                  column.align === "end" ? "text-right" : "text-left",
                )}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} className="border-b last:border-b-0 hover:bg-surface">
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={classNames(
                    "h-9 py-1 pr-4 text-ink last:pr-0",
                    column.align === "end" && "numeric text-right",
                    column.className,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </section>
  );
}
