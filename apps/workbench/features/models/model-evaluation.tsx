"use client";

import type { ModelEvaluation as Evaluation, EvaluationSet } from "@qinghao/api/schema";
import { Button, formatDecimal, Section, Segmented, Skeleton } from "@qinghao/ui";
import { Chart } from "@qinghao/ui/chart";
import { SimpleTable } from "@qinghao/ui/data-table";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { EvaluatedMolecule } from "./evaluated-molecule.tsx";
import { coverageChart, largestErrors, parityChart, rowName, similarityChart } from "./evaluation-charts.ts";

const sets = ["test", "held-out"] as const satisfies readonly EvaluationSet[];

/** Row by row: predicted beside measured values, whether the intervals hold what they say, and where the domain ends. */
export function ModelEvaluation({ endpoint }: { endpoint: string }) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const router = useRouter();
  const pathname = usePathname();
  const address = useSearchParams();
  const set = sets.find((one) => one === address.get("rows")) ?? "test";
  const chosen = address.get("row");
  const found = useQuery({
    ...trpc.models.evaluation.queryOptions({ endpoint, set }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const go = (next: { rows: EvaluationSet; row?: number }) => {
    const search = new URLSearchParams(next.rows === "test" ? {} : { rows: next.rows });
    if (next.row !== undefined) search.set("row", String(next.row));
    router.replace(search.size === 0 ? pathname : `${pathname}?${search}`, { scroll: false });
  };
  return (
    <Section
      title={t("rowByRow")}
      actions={
        <Segmented
          label={t("rowByRow")}
          value={set}
          onChange={(id) => go({ rows: id })}
          options={sets.map((id) => ({ id, label: t(`set.${id}`) }))}
        />
      }
    >
      <p className="max-w-3xl text-sm text-ink-2">{t(`setHelp.${set}`)}</p>
      {found.isPending && <Skeleton className="h-96 w-full" />}
      {found.isError && <FailureState error={found.error} onRetry={() => found.refetch()} />}
      {found.isSuccess && (
        <Charts evaluation={found.data} chosen={chosen} onChoose={(line) => go({ rows: set, row: line })} />
      )}
    </Section>
  );
}

function Charts(props: { evaluation: Evaluation; chosen: string | null; onChoose: (line: number) => void }) {
  const { evaluation, chosen, onChoose } = props;
  const t = useTranslations("models");
  const locale = useLocale();
  const coverage = useMemo(() => coverageChart(evaluation, t, locale), [evaluation, t, locale]);
  const similarity = useMemo(() => similarityChart(evaluation, t, locale), [evaluation, t, locale]);
  const worst = useMemo(() => largestErrors(evaluation, 8), [evaluation]);
  const { rows, unit } = evaluation;
  const at = chosen === null ? -1 : rows.row.indexOf(Number(chosen));
  const parity = useMemo(() => parityChart(evaluation, t, locale), [evaluation, t, locale]);
  const parityWithChoice = useMemo(() => (at < 0 ? parity : { ...parity, chosen: String(at) }), [parity, at]);
  return (
    <div className="flex flex-col gap-8">
      <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Chart spec={parityWithChoice} height={460} onChoose={(id) => onChoose(rows.row[Number(id)]!)} />
        <div className="flex min-w-0 flex-col gap-5">
          <EvaluatedMolecule evaluation={evaluation} position={at < 0 ? null : at} />
          <div className="flex min-w-0 flex-col gap-1">
            <h3 className="text-sm font-medium text-ink">{t("largestErrors")}</h3>
            <SimpleTable
              label={t("largestErrors")}
              rows={worst}
              rowId={(i) => String(rows.row[i]!)}
              columns={[
                {
                  id: "row",
                  name: t("molecule"),
                  className: "max-w-0 w-full",
                  cell: (i) => (
                    <Button look="quiet" size="small" className="-ml-2" onPress={() => onChoose(rows.row[i]!)}>
                      <span className="max-w-44 truncate">{rowName(rows, i, t)}</span>
                    </Button>
                  ),
                },
                {
                  id: "error",
                  name: t("errorIn", { unit }),
                  align: "end",
                  cell: (i) => formatDecimal(rows.value[i]! - rows.measured[i]!, 2),
                },
              ]}
            />
          </div>
        </div>
      </div>
      <div className="grid gap-8 md:grid-cols-2">
        <Chart spec={coverage} height={300} />
        <Chart spec={similarity} height={300} />
      </div>
    </div>
  );
}
