"use client";

import type { SearchView } from "@qinghao/api/schema";
import { Button, FilterBar, formatCount, SearchField, useUiLocale } from "@qinghao/ui";
import { Hexagon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { ColumnRange, TableState } from "../../compound-filter/table-state.ts";
import type { RangeColumn } from "./columns.tsx";
import { RangeFilter } from "./range-filter.tsx";
import type { ChangeTable } from "./use-table-state.ts";

const typingMs = 250;

export type FilterControlsProps = {
  readonly state: TableState;
  readonly onChange: ChangeTable;
  readonly ranges: readonly RangeColumn[];
  readonly search: SearchView | null;
  readonly onSubstructure: () => void;
  readonly end: ReactNode;
};

/** Text, ranges and substructure: what narrows the table, each with a chip to take it away again. */
export function FilterControls({ state, onChange, ranges, search, onSubstructure, end }: FilterControlsProps) {
  const t = useTranslations("compounds.filter");
  const locale = useUiLocale();
  const removeRange = (range: ColumnRange) =>
    onChange({ ranges: state.ranges.filter((one) => JSON.stringify(one) !== JSON.stringify(range)) });
  return (
    <FilterBar
      label={t("label")}
      active={[
        ...(state.searchId === null
          ? []
          : [
              {
                id: "search",
                label: t("substructureChip", { query: shortQuery(search, t("drawn")), count: search?.hits ?? 0 }),
                onRemove: () => onChange({ searchId: null }),
              },
            ]),
        ...state.ranges.map((range) => {
          const column = ranges.find(({ id }) => id === range.column);
          return {
            id: `${range.column} ${range.min} ${range.max}`,
            label: rangeText(range, column?.name ?? range.column, (value) => showNumber(locale, value)),
            onRemove: () => removeRange(range),
          };
        }),
      ]}
      onClear={() => onChange({ text: "", ranges: [], searchId: null })}
      end={end}
    >
      <TextFilter value={state.text} onChange={(text) => onChange({ text }, "replace")} label={t("text")} />
      <RangeFilter columns={ranges} onAdd={(range) => onChange({ ranges: [...state.ranges, range] })} />
      <Button icon={<Hexagon aria-hidden size={14} />} onPress={onSubstructure}>
        {t("substructure")}
      </Button>
    </FilterBar>
  );
}

function TextFilter({ value, onChange, label }: { value: string; onChange: (text: string) => void; label: string }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), typingMs);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return <SearchField label={label} value={typed} onChange={setTyped} className="w-64" />;
}

const showNumber = (locale: "en" | "zh", value: number): string =>
  Number.isInteger(value) ? formatCount(locale, value) : String(value);

function rangeText({ min, max }: ColumnRange, name: string, show: (value: number) => string): string {
  if (min === undefined) return `${name} ≤ ${show(max ?? 0)}`;
  if (max === undefined) return `${name} ≥ ${show(min)}`;
  return `${name} ${show(min)} … ${show(max)}`;
}

/** A drawn query has many lines and no short name; a SMARTS stands for itself. */
function shortQuery(search: SearchView | null, drawn: string): string {
  if (search === null) return "…";
  if (search.query.includes("\n")) return drawn;
  return search.query.length > 24 ? `${search.query.slice(0, 23)}…` : search.query;
}
