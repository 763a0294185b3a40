import type { CompoundRow, PredictionCell } from "@qinghao/api/schema";
import { type Absence, AbsentValue, absenceMark, decimalsForWidth, formatDecimal, PredictedValue } from "@qinghao/ui";
import type { DataColumn } from "@qinghao/ui/data-table";
import {
  isSortColumn,
  type numberColumnIds,
  type PredictionColumnId,
  type RangeColumnId,
  type RowHeight,
  type textColumnIds,
} from "../../compound-filter/table-state.ts";
import type { EndpointLabel } from "../../trpc/use-endpoints.ts";
import { MoleculeThumbnail } from "../../workers/molecule-thumbnail.tsx";

/** A column that a range filter can be put on. */
export type RangeColumn = { readonly id: RangeColumnId; readonly name: string; readonly unit: string | null };

export type NumberColumnId = (typeof numberColumnIds)[number];
export type TextColumnId = "structure" | "id" | (typeof textColumnIds)[number];
export type ColumnNames = Readonly<Record<NumberColumnId | TextColumnId, string>>;

type NumberColumn = {
  readonly id: NumberColumnId;
  readonly decimals: number;
  readonly width: number;
  readonly unit?: string;
  readonly value: (row: CompoundRow) => number;
};
const numberColumns: readonly NumberColumn[] = [
  { id: "mw", decimals: 1, width: 88, unit: "g/mol", value: (row) => row.molWeight },
  { id: "clogp", decimals: 2, width: 70, value: (row) => row.descriptors.clogp },
  { id: "tpsa", decimals: 1, width: 80, unit: "Å²", value: (row) => row.descriptors.tpsa },
  { id: "hbd", decimals: 0, width: 62, value: (row) => row.descriptors.hbd },
  { id: "hba", decimals: 0, width: 62, value: (row) => row.descriptors.hba },
  { id: "rotatableBonds", decimals: 0, width: 92, value: (row) => row.descriptors.rotatableBonds },
  { id: "fsp3", decimals: 2, width: 66, value: (row) => row.descriptors.fsp3 },
  { id: "ringCount", decimals: 0, width: 70, value: (row) => row.descriptors.ringCount },
  { id: "heavyAtoms", decimals: 0, width: 92, value: (row) => row.heavyAtoms },
];

export const predictionColumn = (endpoint: string): PredictionColumnId => `prediction:${endpoint}`;

/** Columns shown until the reader chooses others, besides every endpoint. */
const usualColumns: readonly string[] = [
  "structure",
  "name",
  "mw",
  "clogp",
  "tpsa",
  "hbd",
  "hba",
  "rotatableBonds",
  "fsp3",
];
export const isUsual = (column: string): boolean => column.startsWith("prediction:") || usualColumns.includes(column);

const structureWidths: Record<RowHeight, number> = { 36: 76, 56: 104, 88: 150 };

export type ColumnOptions = {
  readonly names: ColumnNames;
  readonly endpoints: readonly EndpointLabel[];
  readonly rowHeight: RowHeight;
  readonly formatTime: (moment: string) => string;
  readonly locale: "en" | "zh";
};

/** Every column that the table can show, in order. */
export function compoundColumns(options: ColumnOptions): readonly DataColumn<CompoundRow>[] {
  const { names, endpoints, rowHeight, formatTime, locale } = options;
  const text = (id: TextColumnId, width: number, value: (row: CompoundRow) => string): DataColumn<CompoundRow> => ({
    id,
    name: names[id],
    width,
    isSortable: isSortColumn(id),
    text: value,
    cell: (row) => (
      <span className={id === "name" ? "truncate" : "truncate font-mono text-xs text-ink-2"} title={value(row)}>
        {value(row)}
      </span>
    ),
  });
  const structure: DataColumn<CompoundRow> = {
    id: "structure",
    name: names.structure,
    width: structureWidths[rowHeight],
    minWidth: structureWidths[rowHeight],
    align: "center",
    isHideable: false,
    text: (row) => row.smiles,
    cell: (row) => (
      <MoleculeThumbnail
        smiles={row.smiles}
        name={row.name}
        width={structureWidths[rowHeight] - 16}
        height={rowHeight - 3}
      />
    ),
  };
  return [
    structure,
    text("name", 136, (row) => row.name ?? ""),
    text("id", 190, (row) => row.id),
    ...endpoints.map((endpoint) => endpointColumn(endpoint, rowHeight, locale)),
    ...numberColumns.map((column) => numberColumn(column, names[column.id])),
    text("formula", 120, (row) => row.formula),
    text("smiles", 240, (row) => row.smiles),
    text("inchikey", 236, (row) => row.inchikey),
    text("createdAt", 136, (row) => formatTime(row.createdAt)),
  ];
}

function numberColumn(column: NumberColumn, name: string): DataColumn<CompoundRow> {
  const { id, decimals, width, unit, value } = column;
  const shown = (row: CompoundRow) => formatDecimal(value(row), decimals);
  return {
    id,
    name,
    width,
    ...(unit === undefined ? {} : { unit }),
    align: "end",
    isSortable: true,
    text: shown,
    cell: (row) => <span className="numeric">{shown(row)}</span>,
  };
}

function endpointColumn(endpoint: EndpointLabel, rowHeight: RowHeight, locale: "en" | "zh"): DataColumn<CompoundRow> {
  return {
    id: predictionColumn(endpoint.id),
    name: endpoint.name,
    unit: endpoint.unit,
    width: rowHeight === 36 ? 196 : 164,
    align: "end",
    isSortable: true,
    text: (row) => predictionText(row.predictions[endpoint.id] ?? null),
    cell: (row) => (
      <CompoundPrediction
        cell={row.predictions[endpoint.id] ?? null}
        unit={endpoint.unit}
        layout={rowHeight === 36 ? "line" : "stack"}
        locale={locale}
        isInTable
      />
    ),
  };
}

type CompoundPredictionProps = {
  readonly cell: PredictionCell;
  readonly unit: string;
  readonly layout: "line" | "stack";
  readonly locale: "en" | "zh";
  /** In a cell of the long table, see `AbsentValue`. */
  readonly isInTable?: boolean;
};

/** A predicted value of a compound, or the mark of its absence. */
export function CompoundPrediction({ cell, unit, layout, locale, isInTable = false }: CompoundPredictionProps) {
  if (cell === null) return <AbsentValue absence={notPredicted} isInTable={isInTable} />;
  if ("failed" in cell)
    return <AbsentValue absence={{ kind: "failed", reason: cell.failed[locale] }} isInTable={isInTable} />;
  return <PredictedValue prediction={cell} unit={unit} layout={layout} />;
}

const notPredicted: Absence = { kind: "not-measured" };

function predictionText(cell: PredictionCell): string {
  if (cell === null) return absenceMark(notPredicted);
  if ("failed" in cell) return absenceMark({ kind: "failed", reason: "" });
  return formatDecimal(cell.value, decimalsForWidth(cell.hi - cell.lo));
}

/** The columns that a range can be put on. */
export const rangeColumns = (names: ColumnNames, endpoints: readonly EndpointLabel[]): readonly RangeColumn[] => [
  ...numberColumns.map(({ id, unit }) => ({ id, name: names[id], unit: unit ?? null })),
  ...endpoints.map(({ id, name, unit }) => ({ id: predictionColumn(id), name, unit })),
];
