"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { ErrorState, formatCount, formatDuration, KeyValue, Notice, Section, Time } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { isOver, secondsTaken } from "./campaign-facts.ts";
import { CampaignWorkers } from "./campaign-workers.tsx";
import { Funnel } from "./funnel.tsx";

/** The funnel as it fills, what the campaign waits for or ended by, and its facts. */
export function CampaignProgress({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const seconds = secondsTaken(campaign, Date.now());
  return (
    <Section title={t("funnel")}>
      {campaign.error !== null && (
        <ErrorState
          title={campaign.error.message[locale]}
          code={campaign.error.code}
          details={campaign.error.details}
        />
      )}
      {campaign.waiting !== null && !isOver(campaign) && <Notice tone="warn">{campaign.waiting[locale]}</Notice>}
      {campaign.state === "paused" && <Notice tone="warn">{t("pausedNotice")}</Notice>}
      {campaign.endedBy !== null && <p className="text-sm text-ink-2">{t(`endedBy.${campaign.endedBy}`)}</p>}
      <Funnel campaign={campaign} />
      {!isOver(campaign) && <CampaignWorkers />}
      <KeyValue
        layout="grid"
        items={[
          { key: "library", label: t("library"), value: t(`scopeKind.${campaign.library.kind}`) },
          {
            key: "ligands",
            label: t("ligands"),
            value: campaign.total === null ? "–" : formatCount(locale, campaign.total),
          },
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
  );
}
