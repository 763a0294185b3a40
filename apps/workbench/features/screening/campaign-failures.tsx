"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { DataTable } from "@qinghao/ui/data-table";
import { useQueries } from "@tanstack/react-query";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { pageSize, useVisiblePages } from "../../trpc/use-visible-pages.ts";
import { failedOf } from "./campaign-facts.ts";
import { useMethods } from "./use-methods.ts";

type Failure = {
  stage: number;
  compoundId: string;
  name: string | null;
  smiles: string;
  reason: { en: string; zh: string };
};

/** Every ligand without a result, with stage and reason, page by page as they scroll into view. */
export function CampaignFailures({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const trpc = useTRPC();
  const { nameOf } = useMethods();
  const { pages, onVisibleRows, rowIn } = useVisiblePages();
  const loaded = useQueries({
    queries: pages.map((page) =>
      trpc.campaigns.failures.queryOptions({ campaignId: campaign.id, offset: page * pageSize, limit: pageSize }),
    ),
  });
  const columns = useMemo(() => {
    const title = (row: Failure) => row.name ?? row.compoundId;
    const stageOf = (row: Failure) => `${row.stage + 1} ${nameOf(campaign.stages[row.stage]?.method ?? "")}`;
    return [
      {
        id: "compound",
        name: t("compound"),
        width: 200,
        cell: (row: Failure) => (
          <Link className="truncate hover:underline" href={`/p/${campaign.projectId}/compounds/${row.compoundId}`}>
            {title(row)}
          </Link>
        ),
        text: title,
      },
      { id: "stage", name: t("stageColumn"), width: 180, cell: stageOf, text: stageOf },
      {
        id: "reason",
        name: t("reason"),
        width: 360,
        cell: (row: Failure) => (
          <span className="truncate" title={row.reason[locale]}>
            {row.reason[locale]}
          </span>
        ),
        text: (row: Failure) => row.reason[locale],
      },
      {
        id: "smiles",
        name: t("smiles"),
        width: 300,
        cell: (row: Failure) => <span className="truncate font-mono text-xs text-ink-2">{row.smiles}</span>,
        text: (row: Failure) => row.smiles,
      },
    ];
  }, [t, locale, nameOf, campaign]);
  const count = loaded[0]?.data?.total ?? failedOf(campaign);
  return (
    <div className="flex" style={{ height: Math.min(count * 36 + 46, 420) }}>
      <DataTable
        label={t("failures")}
        columns={columns}
        rowCount={count}
        rowAt={(index) => rowIn<Failure>(loaded, index)}
        rowId={(row) => `${row.stage} ${row.compoundId}`}
        onVisibleRows={onVisibleRows}
      />
    </div>
  );
}
