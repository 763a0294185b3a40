"use client";

import type { CompoundView, HistoryEntry } from "@qinghao/api/schema";
import { Time, useUiLocale } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { FailureState } from "../../trpc/failure-state.tsx";
import type { EndpointLabel } from "../../trpc/use-endpoints.ts";
import { CompoundPrediction } from "./columns.tsx";
import { useHistory } from "./use-history.ts";

export type CompoundHistoryProps = { readonly compound: CompoundView; readonly endpoints: readonly EndpointLabel[] };

/** What was computed for the compound, when, by which run and with which model version. */
export function CompoundHistory({ compound, endpoints }: CompoundHistoryProps) {
  const t = useTranslations("compounds.history");
  const locale = useUiLocale();
  const history = useHistory(compound);
  if (history.isError) return <FailureState error={history.error} onRetry={() => void history.refetch()} />;
  if (history.data?.entries.length === 0) return <p className="text-sm text-ink-3">{t("empty")}</p>;
  const endpointOf = (entry: HistoryEntry) => endpoints.find(({ id }) => id === entry.endpoint);
  return (
    <SimpleTable
      label={t("label")}
      rows={history.data?.entries ?? []}
      rowId={(entry) => `${entry.runId} ${entry.endpoint}`}
      columns={[
        { id: "when", name: t("when"), cell: (entry) => <Time at={entry.computedAt} withSeconds /> },
        { id: "endpoint", name: t("endpoint"), cell: (entry) => endpointOf(entry)?.name ?? entry.endpoint },
        {
          id: "value",
          name: t("value"),
          align: "end",
          cell: (entry) => (
            <CompoundPrediction
              cell={"failed" in entry.prediction ? entry.prediction : { ...entry.prediction, runId: entry.runId }}
              unit={endpointOf(entry)?.unit ?? ""}
              layout="line"
              locale={locale}
            />
          ),
        },
        { id: "unit", name: t("unit"), cell: (entry) => endpointOf(entry)?.unit ?? "" },
        { id: "version", name: t("version"), cell: (entry) => entry.modelVersion },
        {
          id: "run",
          name: t("run"),
          cell: (entry) => (
            <Link
              href={`/p/${compound.projectId}/runs/${entry.runId}`}
              className="font-mono text-xs text-accent hover:underline"
            >
              {entry.runId}
            </Link>
          ),
        },
        { id: "state", name: t("state"), cell: (entry) => (entry.latest ? t("shown") : t("superseded")) },
      ]}
    />
  );
}
