"use client";

import type { CompoundRow } from "@qinghao/api/schema";
import { Button, showToast } from "@qinghao/ui";
import { type DataColumn, rangeToTsv } from "@qinghao/ui/data-table";
import { useTranslations } from "next-intl";

export type SelectionBarProps = {
  readonly rows: readonly CompoundRow[];
  readonly columns: readonly DataColumn<CompoundRow>[];
  readonly onClear: () => void;
};

/** What can be done with the selected compounds. */
export function SelectionBar({ rows, columns, onClear }: SelectionBarProps) {
  const t = useTranslations("compounds.selection");
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    showToast({ tone: "success", title: t("copied", { count: rows.length }) });
  };
  const asSmiles = () => rows.map((row) => (row.name === null ? row.smiles : `${row.smiles} ${row.name}`)).join("\n");
  const asTsv = () => {
    const range = { fromRow: 0, toRow: rows.length - 1, fromColumn: 0, toColumn: columns.length - 1 };
    const heading = columns.map(({ name, unit }) => (unit === undefined ? name : `${name} [${unit}]`)).join("\t");
    return `${heading}\n${rangeToTsv(range, columns, (index) => rows[index]).text}`;
  };
  return (
    <div className="flex items-center gap-1">
      <span className="numeric pr-1 text-sm font-medium">{t("count", { count: rows.length })}</span>
      <Button size="small" look="quiet" onPress={() => void copy(asSmiles())}>
        {t("copySmiles")}
      </Button>
      <Button size="small" look="quiet" onPress={() => void copy(asTsv())}>
        {t("copyTsv")}
      </Button>
      <Button size="small" look="quiet" onPress={onClear}>
        {t("clear")}
      </Button>
    </div>
  );
}
