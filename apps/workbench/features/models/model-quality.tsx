"use client";

import type { Manifest } from "@qinghao/properties/schema";
import { formatCount, formatDecimal, formatPercent, Section } from "@qinghao/ui";
import { Chart, type ChartSpec } from "@qinghao/ui/chart";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Sentences } from "./evaluation-charts.ts";
import { ModelEvaluation } from "./model-evaluation.tsx";
import { ModelPeer } from "./model-peer.tsx";

/** Errors and coverage on the test set, inside and outside the domain, beside a peer on the same files. */
export function ModelQuality({ manifest }: { manifest: Manifest }) {
  const t = useTranslations("models");
  const locale = useLocale();
  const { ensemble } = manifest.test;
  const count = (value: number) => formatCount(locale, value);
  const percent = (share: number) => formatPercent(locale, share, 1);
  return (
    <>
      <Section title={t("quality")} meta={t("qualityHelp", { n: ensemble.n, shown: count(ensemble.n) })}>
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-6 gap-y-4">
          <Figure
            label={t("metricName.mae")}
            value={formatDecimal(ensemble.mae.value, 3)}
            note={t("interval95", { lo: formatDecimal(ensemble.mae.lo, 3), hi: formatDecimal(ensemble.mae.hi, 3) })}
          />
          <Figure label={t("metricName.rmse")} value={formatDecimal(ensemble.rmse, 3)} note={manifest.unit} />
          <Figure label={t("metricName.r2")} value={formatDecimal(ensemble.r2, 3)} />
          <Figure label={t("metricName.spearman")} value={formatDecimal(ensemble.spearman, 3)} />
          <Figure
            label={t("metricName.coverage")}
            value={percent(ensemble.coverage)}
            note={t("aimsAt", { level: formatPercent(locale, manifest.interval.level) })}
          />
          <Figure label={t("meanWidth")} value={formatDecimal(ensemble.meanWidth, 2)} note={manifest.unit} />
        </dl>
        {ensemble.unreadable.length > 0 && (
          <p className="text-sm text-ink-2">{t("unreadable", { count: ensemble.unreadable.length })}</p>
        )}
      </Section>
      <Section title={t("domain")}>
        <SimpleTable
          label={t("domain")}
          className="max-w-2xl"
          rows={[
            { id: "in", name: t("inDomain"), ...ensemble.inDomain },
            { id: "out", name: t("outOfDomain"), ...ensemble.outOfDomain },
          ]}
          rowId={(row) => row.id}
          columns={[
            { id: "name", name: t("molecules"), cell: (row) => row.name },
            { id: "n", name: t("count"), align: "end", cell: (row) => count(row.n) },
            {
              id: "mae",
              name: `${t("metricName.mae")} (${manifest.unit})`,
              align: "end",
              cell: (row) => formatDecimal(row.mae, 3),
            },
            { id: "coverage", name: t("metricName.coverage"), align: "end", cell: (row) => percent(row.coverage) },
          ]}
        />
      </Section>
      <ModelEvaluation endpoint={manifest.id} />
      <Section title={t("seedsAndPeer")}>
        <Chart spec={errorChart(manifest, t)} height={260} />
        <ModelPeer manifest={manifest} />
      </Section>
    </>
  );
}

/** Mean absolute error of each seed, their mean with its spread, and the peer's. */
function errorChart({ test, peer, unit }: Manifest, t: Sentences): ChartSpec {
  const around = (x: string, y: number, sd: number) => ({ x, y, lo: y - sd, hi: y + sd });
  return {
    title: peer === null ? t("errorChartAlone") : t("errorChart"),
    n: test.ensemble.n,
    x: { name: t("model"), kind: "category" },
    y: { name: t("metricName.mae"), unit, min: 0 },
    series: [
      {
        name: t("metricName.mae"),
        kind: "bars",
        points: [
          ...test.perSeed.map(({ seed, mae }) => ({ x: t("seed", { seed }), y: mae })),
          around(t("meanOfSeeds"), test.meanMae, test.sdMae),
          { x: t("ensemble"), y: test.ensemble.mae.value, lo: test.ensemble.mae.lo, hi: test.ensemble.mae.hi },
          ...(peer === null ? [] : [around(peer.name, peer.meanMae, peer.sdMae)]),
        ],
      },
    ],
  };
}

function Figure({ label, value, note }: { label: string; value: ReactNode; note?: string }) {
  return (
    <div className="flex flex-col">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="numeric flex flex-col">
        <span className="text-xl font-semibold text-ink">{value}</span>
        {note !== undefined && <span className="text-xs text-ink-3">{note}</span>}
      </dd>
    </div>
  );
}
