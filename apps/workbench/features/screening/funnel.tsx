"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { formatCount, ProgressBar, type UiLocale } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import type { StageView } from "./campaign-facts.ts";
import { StageSettings } from "./stage-settings.tsx";
import { useMethods } from "./use-methods.ts";

/** The stages one under the other; the bars share one scale, the size of the library. */
export function Funnel({ campaign }: { campaign: CampaignView }) {
  const largest = Math.max(1, campaign.total ?? 0, ...campaign.stages.map(({ incoming }) => incoming ?? 0));
  return (
    <ol className="flex flex-col">
      {campaign.stages.map((stage, index) => (
        <FunnelStage key={index} projectId={campaign.projectId} stage={stage} number={index + 1} largest={largest} />
      ))}
    </ol>
  );
}

type FunnelStageProps = { projectId: string; stage: StageView; number: number; largest: number };

function FunnelStage({ projectId, stage, number, largest }: FunnelStageProps) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const { nameOf } = useMethods();
  const count = (value: number | null) => (value === null ? "–" : formatCount(locale, value));
  const { incoming, progress, picks, notPicked, passed, kept, record } = stage;
  const isBegun = stage.state !== "waiting" && stage.state !== "not-reached";
  const facts = [
    { label: t("incoming"), value: count(incoming) },
    ...(picks === null ? [] : [{ label: t("learning.docked"), value: dockedText(locale, stage) }]),
    ...(picks === null ? [] : [{ label: t("learning.notPicked"), value: count(notPicked) }]),
    { label: t("passed"), value: count(isBegun ? passed : null) },
    { label: t("kept"), value: count(kept) },
    { label: t("failed"), value: count(isBegun ? progress.failed : null) },
    {
      label: t("rateLabel"),
      value:
        progress.perSecond === null
          ? "–"
          : t("rate", { rate: progress.perSecond.toLocaleString(locale, { maximumSignificantDigits: 3 }) }),
    },
  ];
  const share = (value: number | null) => `${(100 * (value ?? 0)) / largest}%`;
  return (
    <li className="flex flex-col gap-2 border-b py-3 first:pt-0 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-sm font-medium text-ink">
          <span className="text-ink-3">{number}</span> {nameOf(stage.method)}
        </h3>
        <span className="text-sm text-ink-3">
          {t(`stageState.${stage.state}`)}
          {picks !== null && ` · ${t("learning.batch", { batch: picks.batch, batches: picks.batches })}`}
          {record !== null && ` · ${record.device} · ${Object.values(record.toolkits).join(", ")}`}
        </span>
      </div>
      <StageSettings projectId={projectId} stage={stage} />
      <div aria-hidden className="relative h-4 overflow-hidden rounded-sm bg-hover">
        <div className="absolute inset-y-0 left-0 bg-pressed" style={{ width: share(incoming) }} />
        {picks !== null && (
          <div
            className="absolute inset-y-0 left-0 bg-accent opacity-20"
            style={{ width: share(progress.done + progress.failed) }}
          />
        )}
        <div className="absolute inset-y-0 left-0 bg-accent opacity-40" style={{ width: share(passed) }} />
        <div className="absolute inset-y-0 left-0 bg-accent" style={{ width: share(kept) }} />
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex gap-1.5">
            <dt className="text-ink-3">{label}</dt>
            <dd className="numeric text-ink">{value}</dd>
          </div>
        ))}
      </dl>
      {record?.fallback !== undefined && record?.fallback !== null && (
        <p className="text-sm text-warn">{record.fallback[locale]}</p>
      )}
      {stage.state === "running" && <ProgressBar label={t("progressOf", { number })} progress={progress} />}
    </li>
  );
}

/** How many ligands were docked, and which share of those that came in. */
function dockedText(locale: UiLocale, { incoming, progress }: StageView): string {
  const docked = progress.done + progress.failed;
  const share = incoming === null || incoming === 0 ? 0 : docked / incoming;
  const percent = share.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 });
  return `${formatCount(locale, docked)} (${percent})`;
}
