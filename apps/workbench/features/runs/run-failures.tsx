"use client";

import type { RunFailureView, RunView } from "@qinghao/api/schema";
import { DataTable } from "@qinghao/ui/data-table";
import { useQueries } from "@tanstack/react-query";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { useEndpoints } from "../../trpc/use-endpoints.ts";
import { pageSize, useVisiblePages } from "../../trpc/use-visible-pages.ts";

/** Every compound that the run left without a value, with the reason, page by page as they scroll into view. */
export function RunFailures({ run }: { run: RunView }) {
  const t = useTranslations("runs");
  const locale = useLocale();
  const trpc = useTRPC();
  const endpoints = useEndpoints();
  const { pages, onVisibleRows, rowIn } = useVisiblePages();
  const loaded = useQueries({
    queries: pages.map((page) =>
      trpc.runs.failures.queryOptions({ runId: run.id, offset: page * pageSize, limit: pageSize }),
    ),
  });
  const columns = useMemo(() => {
    const nameOf = (id: string) => endpoints.find((endpoint) => endpoint.id === id)?.name ?? id;
    const reasonOf = (row: RunFailureView) => {
      const sentences = new Map(row.reasons.map(({ endpoint, reason }) => [reason[locale], endpoint]));
      if (sentences.size === 1) return [...sentences.keys()][0]!;
      return row.reasons.map(({ endpoint, reason }) => `${nameOf(endpoint)}: ${reason[locale]}`).join(" · ");
    };
    const title = (row: RunFailureView) => row.name ?? row.compoundId;
    return [
      {
        id: "compound",
        name: t("failureCompound"),
        width: 200,
        cell: (row: RunFailureView) => (
          <Link className="truncate hover:underline" href={`/p/${run.projectId}/compounds/${row.compoundId}`}>
            {title(row)}
          </Link>
        ),
        text: title,
      },
      {
        id: "reason",
        name: t("failureReason"),
        width: 420,
        cell: (row: RunFailureView) => (
          <span className="truncate" title={reasonOf(row)}>
            {reasonOf(row)}
          </span>
        ),
        text: reasonOf,
      },
      {
        id: "smiles",
        name: t("failureStructure"),
        width: 360,
        cell: (row: RunFailureView) => <span className="truncate font-mono text-xs text-ink-2">{row.smiles}</span>,
        text: (row: RunFailureView) => row.smiles,
      },
    ];
  }, [t, locale, endpoints, run.projectId]);
  const count = loaded[0]?.data?.total ?? run.progress.failed;
  return (
    <div className="flex" style={{ height: Math.min(count * 36 + 46, 420) }}>
      <DataTable
        label={t("failures")}
        columns={columns}
        rowCount={count}
        rowAt={(index) => rowIn<RunFailureView>(loaded, index)}
        rowId={(row) => row.compoundId}
        onVisibleRows={onVisibleRows}
      />
    </div>
  );
}
