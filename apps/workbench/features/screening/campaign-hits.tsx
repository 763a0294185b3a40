"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { DataTable } from "@qinghao/ui/data-table";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { MoleculeThumbnail } from "../../workers/molecule-thumbnail.tsx";
import type { useHits } from "./use-hits.ts";
import { useMethods } from "./use-methods.ts";

export type Hit = {
  rank: number;
  compoundId: string;
  name: string | null;
  smiles: string;
  scores: (number | null)[];
  hasPoses: boolean;
  cluster: number | null;
  nearestKnown: number | null;
};

const rowHeight = 56;

/** What came out, the best first, with the score of every stage; loaded page by page as it scrolls into view. */
export function CampaignHits({
  campaign,
  hits,
  marked,
  onMark,
  onHit,
}: {
  campaign: CampaignView;
  hits: ReturnType<typeof useHits>;
  /** Ranks of the marked hits. */
  marked: ReadonlySet<string>;
  onMark: (marked: ReadonlySet<string>) => void;
  /** The active row moved, or was opened. */
  onHit: (rank: number) => void;
}) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const { nameOf } = useMethods();
  const namesActives = campaign.stages.some(({ settings }) => "actives" in settings);
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
        width: 180,
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
        width: 150,
        align: "end" as const,
        cell: (row: Hit) => <span className="numeric">{short(row.scores[index])}</span>,
        text: (row: Hit) => short(row.scores[index]),
      })),
      {
        id: "cluster",
        name: t("cluster"),
        width: 90,
        align: "end" as const,
        cell: (row: Hit) => <span className="numeric">{row.cluster ?? "–"}</span>,
        text: (row: Hit) => String(row.cluster ?? ""),
      },
      ...(namesActives
        ? [
            {
              id: "known",
              name: t("nearestKnown"),
              width: 190,
              align: "end" as const,
              cell: (row: Hit) => <span className="numeric">{short(row.nearestKnown)}</span>,
              text: (row: Hit) => short(row.nearestKnown),
            },
          ]
        : []),
    ];
  }, [t, locale, nameOf, campaign, namesActives]);
  return (
    <div className="flex" style={{ height: Math.min(campaign.hits * rowHeight + 48, 560) }}>
      <DataTable
        label={t("hitList")}
        columns={columns}
        rowHeight={rowHeight}
        rowCount={campaign.hits}
        rowAt={hits.rowAt}
        rowId={(row) => String(row.rank)}
        onVisibleRows={hits.onVisibleRows}
        selected={marked}
        onSelect={onMark}
        onOpen={({ rank }) => onHit(rank)}
        onActiveRow={(row) => row !== null && onHit(row.rank)}
      />
    </div>
  );
}
