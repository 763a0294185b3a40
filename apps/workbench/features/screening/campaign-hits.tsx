"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { DataTable } from "@qinghao/ui/data-table";
import { useQueries } from "@tanstack/react-query";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { pageSize, useVisiblePages } from "../../trpc/use-visible-pages.ts";
import { MoleculeThumbnail } from "../../workers/molecule-thumbnail.tsx";
import { useMethods } from "./use-methods.ts";

type Hit = {
  rank: number;
  compoundId: string;
  name: string | null;
  smiles: string;
  scores: (number | null)[];
};

const rowHeight = 56;

/** What came out, the best first, with the score of every stage; loaded page by page as it scrolls into view. */
export function CampaignHits({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const trpc = useTRPC();
  const { nameOf } = useMethods();
  const { pages, onVisibleRows, rowIn } = useVisiblePages();
  const loaded = useQueries({
    queries: pages.map((page) =>
      trpc.campaigns.hits.queryOptions({ campaignId: campaign.id, offset: page * pageSize, limit: pageSize }),
    ),
  });
  const columns = useMemo(() => {
    const short = (value: number | null | undefined) =>
      value === null || value === undefined ? "–" : value.toLocaleString(locale, { maximumFractionDigits: 3 });
    return [
      {
        id: "rank",
        name: t("rank"),
        width: 64,
        align: "end" as const,
        cell: (row: Hit) => row.rank,
        text: (row: Hit) => String(row.rank),
      },
      {
        id: "structure",
        name: t("structure"),
        width: 120,
        cell: (row: Hit) => <MoleculeThumbnail smiles={row.smiles} name={row.name} width={100} height={52} />,
        text: (row: Hit) => row.smiles,
      },
      {
        id: "compound",
        name: t("compound"),
        width: 220,
        cell: (row: Hit) => (
          <Link
            className="truncate hover:text-accent hover:underline"
            href={`/p/${campaign.projectId}/compounds/${row.compoundId}`}
          >
            {row.name ?? row.compoundId}
          </Link>
        ),
        text: (row: Hit) => row.name ?? row.compoundId,
      },
      ...campaign.stages.map((stage, index) => ({
        id: `score-${index}`,
        name: `${index + 1} ${nameOf(stage.method)}`,
        width: 170,
        align: "end" as const,
        cell: (row: Hit) => <span className="numeric">{short(row.scores[index])}</span>,
        text: (row: Hit) => short(row.scores[index]),
      })),
    ];
  }, [t, locale, nameOf, campaign]);
  return (
    <div className="flex" style={{ height: Math.min(campaign.hits * rowHeight + 48, 560) }}>
      <DataTable
        label={t("hitList")}
        columns={columns}
        rowHeight={rowHeight}
        rowCount={campaign.hits}
        rowAt={(index) => rowIn<Hit>(loaded, index)}
        rowId={(row) => String(row.rank)}
        onVisibleRows={onVisibleRows}
      />
    </div>
  );
}
