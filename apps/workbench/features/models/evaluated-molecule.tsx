"use client";

import type { ModelEvaluation } from "@qinghao/api/schema";
import { CopyButton, formatDecimal, KeyValue } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { MoleculeDepiction } from "../../workers/molecule-depiction.tsx";
import { rowName } from "./evaluation-charts.ts";

/** The row that was chosen in the chart or the list: its structure where it is here, and its numbers. */
export function EvaluatedMolecule({ evaluation, position }: { evaluation: ModelEvaluation; position: number | null }) {
  const t = useTranslations("models");
  const { rows, unit, minTanimoto } = evaluation;
  if (position === null) return <p className="text-sm text-ink-3">{t("chooseHint")}</p>;
  const smiles = rows.smiles?.[position];
  const [value, half, measured] = [rows.value[position]!, rows.half[position]!, rows.measured[position]!];
  const similarity = rows.similarity[position]!;
  const withUnit = (text: string) => `${text} ${unit}`;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="truncate text-sm font-medium text-ink" title={rowName(rows, position, t)}>
        {rows.name?.[position] ?? t("lineOfFile", { line: rows.row[position]! })}
      </h3>
      {smiles === undefined ? (
        <p className="text-sm text-ink-3">{t("structureElsewhere")}</p>
      ) : (
        <>
          <MoleculeDepiction smiles={smiles} width={260} height={150} />
          <span className="inline-flex min-w-0 items-center gap-1">
            <code className="min-w-0 truncate font-mono text-xs text-ink-2" title={smiles}>
              {smiles}
            </code>
            <CopyButton text={smiles} label={t("copySmiles")} />
          </span>
        </>
      )}
      <KeyValue
        items={[
          { key: "measured", label: t("measured"), value: withUnit(formatDecimal(measured, 2)) },
          {
            key: "predicted",
            label: t("predicted"),
            value: withUnit(
              `${formatDecimal(value, 2)} (${formatDecimal(value - half, 2)} … ${formatDecimal(value + half, 2)})`,
            ),
          },
          {
            key: "similarity",
            label: t("similarityShort"),
            value: t(similarity >= minTanimoto ? "similarityInside" : "similarityOutside", {
              similarity: formatDecimal(similarity, 2),
            }),
          },
        ]}
      />
    </div>
  );
}
