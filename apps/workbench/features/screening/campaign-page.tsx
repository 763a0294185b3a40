"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { BackLink, formatCount, Notice, PageBody, RunHeader, Section, StateChip } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useQueryState } from "../../address/use-query-state.ts";
import { useTRPC } from "../../trpc/client.ts";
import { PendingPage } from "../../trpc/pending-page.tsx";
import { pollUntil } from "../../trpc/poll-until.ts";
import { chipState, failedOf, isOver } from "./campaign-facts.ts";
import { CampaignFailures } from "./campaign-failures.tsx";
import { CampaignHits } from "./campaign-hits.tsx";
import { CampaignProgress } from "./campaign-progress.tsx";
import { HitDownloads } from "./hit-downloads.tsx";
import { HitPanel } from "./hit-panel.tsx";
import { MarkedHits } from "./marked-hits.tsx";
import { SteerCampaign } from "./steer-campaign.tsx";
import { useHits } from "./use-hits.ts";

/** One campaign: its funnel as it fills, then its hits and what failed. */
export function CampaignPage({ projectId, campaignId }: { projectId: string; campaignId: string }) {
  const t = useTranslations("screening");
  const trpc = useTRPC();
  const found = useQuery(trpc.campaigns.get.queryOptions({ campaignId }, { refetchInterval: pollUntil(isOver) }));
  const above = <BackLink href={`/p/${projectId}/screening`}>{t("title")}</BackLink>;
  if (found.data !== undefined) return <CampaignReport campaign={found.data} above={above} />;
  return <PendingPage title={t("one")} above={above} found={found} />;
}

function CampaignReport({ campaign, above }: { campaign: CampaignView; above: React.ReactNode }) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const count = (value: number) => formatCount(locale, value);
  const [rank, setRank] = useHitInAddress(campaign.hits);
  const hits = useHits(campaign, rank);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (hit: number) => {
    const next = new Set(marked);
    if (!next.delete(String(hit))) next.add(String(hit));
    setMarked(next);
  };
  const failed = failedOf(campaign);
  const isEnded = isOver(campaign);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <RunHeader
          above={above}
          title={campaign.name}
          state={<StateChip state={chipState(campaign)} />}
          id={campaign.id}
          copyLabel={t("copyId")}
          actions={
            isEnded ? campaign.hits > 0 && <HitDownloads campaign={campaign} /> : <SteerCampaign campaign={campaign} />
          }
        />
        <PageBody>
          <div className="flex max-w-6xl flex-col">
            <CampaignProgress campaign={campaign} />
            <Section title={t("hitList")} meta={isEnded ? count(campaign.hits) : undefined}>
              <p className="max-w-2xl text-sm text-ink-2">{t(hitsSentence(campaign))}</p>
              {campaign.hits >= mostHits && <Notice>{t("mostHits", { count: count(mostHits) })}</Notice>}
              {marked.size > 0 && (
                <MarkedHits campaign={campaign} marked={marked} onClear={() => setMarked(new Set())} />
              )}
              {campaign.hits > 0 && (
                <CampaignHits campaign={campaign} hits={hits} marked={marked} onMark={setMarked} onHit={setRank} />
              )}
            </Section>
            {failed > 0 && (
              <Section title={t("failures")} meta={count(failed)}>
                <p className="max-w-2xl text-sm text-ink-2">{t("failuresHelp")}</p>
                <CampaignFailures campaign={campaign} />
              </Section>
            )}
          </div>
        </PageBody>
      </div>
      {rank !== null && (
        <HitPanel
          campaign={campaign}
          rank={rank}
          hit={hits.hit}
          isMarked={marked.has(String(rank))}
          onMark={() => toggle(rank)}
          onRank={setRank}
          onClose={() => setRank(null)}
        />
      )}
    </div>
  );
}

/** Hits are ranked up to so many; the files of results hold the score of every ligand. */
const mostHits = 50_000;

/** The hit that is looked at, from the address: `?hit=3`; which of its poses is shown there is the panel's to say. */
function useHitInAddress(hits: number): [number | null, (rank: number | null) => void] {
  const [query, change] = useQueryState();
  const wanted = Number(query.get("hit"));
  const rank = Number.isInteger(wanted) && wanted >= 1 && wanted <= hits ? wanted : null;
  const look = (next: number | null) => {
    if (next !== rank) change({ hit: next === null ? null : String(next), pose: null });
  };
  return [rank, look];
}

function hitsSentence(campaign: CampaignView): "hitHelp" | "hitsLater" | "noHits" | "stoppedHits" {
  if (campaign.hits > 0) return "hitHelp";
  if (!isOver(campaign)) return "hitsLater";
  return campaign.state === "completed" ? "noHits" : "stoppedHits";
}
