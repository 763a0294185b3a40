"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { useMethods } from "./use-methods.ts";

const shown = 200;

/** Ligands without a result, with stage and reason. */
export function CampaignFailures({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const trpc = useTRPC();
  const { nameOf } = useMethods();
  const found = useQuery(trpc.campaigns.failures.queryOptions({ campaignId: campaign.id, limit: shown }));
  return (
    <SimpleTable
      label={t("failures")}
      rows={found.data?.rows ?? []}
      rowId={(row) => `${row.stage} ${row.compoundId}`}
      columns={[
        {
          id: "compound",
          name: t("compound"),
          cell: (row) => (
            <Link className="hover:underline" href={`/p/${campaign.projectId}/compounds/${row.compoundId}`}>
              {row.name ?? row.compoundId}
            </Link>
          ),
        },
        {
          id: "stage",
          name: t("stage", { number: "" }),
          cell: (row) => `${row.stage + 1} ${nameOf(campaign.stages[row.stage]?.method ?? "")}`,
        },
        { id: "reason", name: t("reason"), cell: (row) => row.reason[locale] },
        {
          id: "smiles",
          name: t("smiles"),
          cell: (row) => <span className="font-mono text-xs break-all text-ink-2">{row.smiles}</span>,
        },
      ]}
    />
  );
}
