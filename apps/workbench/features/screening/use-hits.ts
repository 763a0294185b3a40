"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.ts";
import { pageSize, useVisiblePages } from "../../trpc/use-visible-pages.ts";
import type { Hit } from "./campaign-hits.tsx";

/** The ranked hits, page by page as they scroll into view, and the one that is looked at. */
export function useHits(campaign: CampaignView, rank: number | null) {
  const trpc = useTRPC();
  const { pages, onVisibleRows, rowIn } = useVisiblePages();
  const pageOf = (page: number) =>
    trpc.campaigns.hits.queryOptions({ campaignId: campaign.id, offset: page * pageSize, limit: pageSize });
  const loaded = useQueries({ queries: (campaign.hits > 0 ? pages : []).map(pageOf) });
  const page = Math.floor(((rank ?? 1) - 1) / pageSize);
  const own = useQuery({ ...pageOf(page), enabled: rank !== null });
  return {
    onVisibleRows,
    rowAt: (index: number) => rowIn<Hit>(loaded, index),
    hit: rank === null ? undefined : own.data?.rows.find((row) => row.rank === rank),
  };
}
