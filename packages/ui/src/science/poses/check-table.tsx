"use client";

import { Check, X } from "lucide-react";
import { SimpleTable } from "../../data-table/simple-table.tsx";
import { formatDecimal } from "../../values/format.ts";
import { usePoseText } from "./pose-text.ts";
import type { ListedCheck } from "./shown-analysis.ts";

/** The validity checks that apply, those that fail first. */
export function CheckTable({ checks }: { checks: readonly ListedCheck[] }) {
  const text = usePoseText();
  const rows = checks.filter(({ passes }) => passes !== null).toSorted((a, b) => Number(a.passes) - Number(b.passes));
  return (
    <SimpleTable
      label={text.checksTitle}
      rows={rows}
      className="max-w-3xl"
      rowId={({ id }) => id}
      columns={[
        { id: "check", name: text.check, cell: ({ id }) => text.checks[id] ?? id },
        {
          id: "value",
          name: text.measured,
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ value, unit }) => (value === null ? "–" : `${measured(value)} ${text.units[unit] ?? unit}`.trim()),
        },
        {
          id: "outcome",
          name: text.outcome,
          className: "whitespace-nowrap",
          cell: ({ passes }) => (
            <span
              className={
                passes ? "inline-flex items-center gap-1 text-accent" : "inline-flex items-center gap-1 text-danger"
              }
            >
              {passes ? <Check aria-hidden size={14} /> : <X aria-hidden size={14} />}
              {passes ? text.passes : text.fails}
            </span>
          ),
        },
      ]}
    />
  );
}

const measured = (value: number): string => formatDecimal(value, Number.isInteger(value) ? 0 : 2);
