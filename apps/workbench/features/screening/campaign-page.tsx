"use client";

import type { CampaignView } from "@qinghao/api/schema";
import {
  BackLink,
  ButtonLink,
  ErrorState,
  formatCount,
  formatDuration,
  KeyValue,
  Notice,
  PageBody,
  PageHeader,
  RunHeader,
  Section,
  Skeleton,
  StateChip,
  Time,
} from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { pollUntil } from "../../trpc/poll-until.ts";
import { chipState, failedOf, isOver, secondsTaken } from "./campaign-facts.ts";
import { CampaignFailures } from "./campaign-failures.tsx";
import { CampaignHits } from "./campaign-hits.tsx";
import { Funnel } from "./funnel.tsx";
import { SteerCampaign } from "./steer-campaign.tsx";

/** One campaign: its funnel as it fills, then its hits and what failed. */
export function CampaignPage({ projectId, campaignId }: { projectId: string; campaignId: string }) {
  const t = useTranslations("screening");
  const trpc = useTRPC();
  const found = useQuery(trpc.campaigns.get.queryOptions({ campaignId }, { refetchInterval: pollUntil(isOver) }));
  const above = <BackLink href={`/p/${projectId}/screening`}>{t("title")}</BackLink>;
  if (found.data !== undefined) return <CampaignReport campaign={found.data} above={above} />;
  return (
    <>
      <PageHeader title={t("one")} above={above} />
      <PageBody>
        {found.isError ? (
          <FailureState error={found.error} onRetry={() => found.refetch()} />
        ) : (
          <Skeleton className="h-40 w-full" />
        )}
      </PageBody>
    </>
  );
}

function CampaignReport({ campaign, above }: { campaign: CampaignView; above: React.ReactNode }) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const count = (value: number) => formatCount(locale, value);
  const seconds = secondsTaken(campaign, Date.now());
  const failed = failedOf(campaign);
  const isEnded = isOver(campaign);
  return (
    <>
      <RunHeader
        above={above}
        title={campaign.name}
        state={<StateChip state={chipState(campaign)} />}
        id={campaign.id}
        copyLabel={t("copyId")}
        actions={
          isEnded ? (
            campaign.hits > 0 && (
              <ButtonLink
                icon={<Download aria-hidden size={14} />}
                href={`/api/v1/campaigns/${campaign.id}/hits.csv`}
                download
              >
                {t("exportHits")}
              </ButtonLink>
            )
          ) : (
            <SteerCampaign campaign={campaign} />
          )
        }
      />
      <PageBody>
        <div className="flex max-w-6xl flex-col">
          <Section title={t("funnel")}>
            {campaign.error !== null && (
              <ErrorState
                title={campaign.error.message[locale]}
                code={campaign.error.code}
                details={campaign.error.details}
              />
            )}
            {campaign.waiting !== null && !isEnded && <Notice tone="warn">{campaign.waiting[locale]}</Notice>}
            {campaign.state === "paused" && <Notice tone="warn">{t("pausedNotice")}</Notice>}
            {campaign.endedBy !== null && <p className="text-sm text-ink-2">{t(`endedBy.${campaign.endedBy}`)}</p>}
            <Funnel campaign={campaign} />
            <KeyValue
              layout="grid"
              items={[
                { key: "library", label: t("library"), value: t(`scopeKind.${campaign.library.kind}`) },
                { key: "ligands", label: t("ligands"), value: campaign.total === null ? "–" : count(campaign.total) },
                { key: "took", label: t("took"), value: seconds === null ? "–" : formatDuration(locale, seconds) },
                { key: "created", label: t("created"), value: <Time at={campaign.createdAt} withSeconds /> },
                {
                  key: "finished",
                  label: t("finished"),
                  value: campaign.finishedAt === null ? "–" : <Time at={campaign.finishedAt} withSeconds />,
                },
              ]}
            />
          </Section>
          <Section title={t("hitList")} meta={isEnded ? count(campaign.hits) : undefined}>
            <p className="max-w-2xl text-sm text-ink-2">
              {t(campaign.hits > 0 ? "hitHelp" : isEnded ? "noHits" : "hitsLater")}
            </p>
            {campaign.hits > 0 && <CampaignHits campaign={campaign} />}
          </Section>
          {failed > 0 && (
            <Section title={t("failures")} meta={count(failed)}>
              <p className="max-w-2xl text-sm text-ink-2">{t("failuresHelp")}</p>
              <CampaignFailures campaign={campaign} />
            </Section>
          )}
        </div>
      </PageBody>
    </>
  );
}
