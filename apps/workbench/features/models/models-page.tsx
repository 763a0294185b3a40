"use client";

import type { ModelView } from "@qinghao/api/schema";
import { EmptyState, PageBody, PageHeader, Skeleton, StateChip } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { Boxes } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { MetricValue } from "./metric-value.tsx";

/** Every model that predicts here, with the quality that was measured on data it never saw. */
export function ModelsPage() {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const models = useQuery(trpc.models.list.queryOptions());
  return (
    <>
      <PageHeader title={t("title")} description={t("intro")} />
      <PageBody>
        {models.isPending && <Skeleton className="h-28 w-full" />}
        {models.isError && <FailureState error={models.error} onRetry={() => models.refetch()} />}
        {models.isSuccess && models.data.models.length === 0 && (
          <EmptyState icon={<Boxes aria-hidden size={28} strokeWidth={1.5} />} title={t("emptyTitle")}>
            {t("emptyAdvice")}
          </EmptyState>
        )}
        {models.isSuccess && models.data.models.length > 0 && <ModelsTable models={models.data.models} />}
      </PageBody>
    </>
  );
}

function ModelsTable({ models }: { models: ModelView[] }) {
  const t = useTranslations("models");
  const locale = useLocale();
  const names = [...new Set(models.flatMap((model) => model.metrics.map((metric) => metric.name)))];
  return (
    <SimpleTable
      label={t("title")}
      rows={models}
      rowId={(model) => model.endpoint}
      columns={[
        {
          id: "name",
          name: t("property"),
          cell: (model) => (
            <Link href={`/models/${model.endpoint}`} className="font-medium text-ink hover:text-accent hover:underline">
              {model.name[locale]}
            </Link>
          ),
        },
        { id: "unit", name: t("unit"), cell: (model) => model.unit },
        {
          id: "state",
          name: t("state"),
          cell: (model) => (
            <StateChip
              state={model.available ? "ready" : "unavailable"}
              label={model.available ? t("available") : t("noWeights")}
            />
          ),
        },
        { id: "version", name: t("version"), align: "end", cell: (model) => model.version ?? "–" },
        ...names.map((name) => ({
          id: `metric-${name}`,
          name: <MetricName name={name} />,
          align: "end" as const,
          cell: (model: ModelView) => {
            const metric = model.metrics.find((one) => one.name === name);
            return metric === undefined ? "–" : <MetricValue metric={metric} isShare={name === "coverage"} />;
          },
        })),
      ]}
    />
  );
}

const metricNames = ["mae", "rmse", "r2", "spearman", "coverage"] as const;

function MetricName({ name }: { name: string }) {
  const t = useTranslations("models.metricName");
  const known = metricNames.find((one) => one === name);
  return known === undefined ? name : t(known);
}
