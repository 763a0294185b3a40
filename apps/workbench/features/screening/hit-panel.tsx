"use client";

import type { CampaignView, PoseView } from "@qinghao/api/schema";
import { ButtonLink, IconButton, Inspector, KeyValue, Skeleton } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronUp, Star } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useQueryState } from "../../address/use-query-state.ts";
import { SitePoses } from "../../poses/site-poses.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { MoleculeThumbnail } from "../../workers/molecule-thumbnail.tsx";
import type { Hit } from "./campaign-hits.tsx";
import { useMethods } from "./use-methods.ts";

type Props = {
  campaign: CampaignView;
  rank: number;
  /** Undefined while its page of the list is on its way. */
  hit: Hit | undefined;
  isMarked: boolean;
  onMark: () => void;
  onRank: (rank: number) => void;
  onClose: () => void;
};

/** One hit with its poses in the receptor. Brackets step to the hit before and after; M marks it. */
export function HitPanel({ campaign, rank, hit, isMarked, onMark, onRank, onClose }: Props) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const { nameOf } = useMethods();
  const step = (to: number) => {
    if (to >= 1 && to <= campaign.hits) onRank(to);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "[") step(rank - 1);
    else if (event.key === "]") step(rank + 1);
    else if (event.key === "m" || event.key === "M") onMark();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the panel as a whole; every one of them is a button too
    <div onKeyDown={onKeyDown} className="contents">
      <Inspector
        width="wide"
        label={t("hitPanel")}
        title={hit === undefined ? t("hitNumber", { rank }) : t("hitTitle", { rank, name: hit.name ?? hit.compoundId })}
        onClose={onClose}
        actions={
          <>
            <IconButton
              label={t(isMarked ? "unmark" : "mark")}
              icon={<Star aria-hidden size={16} fill={isMarked ? "currentColor" : "none"} />}
              onPress={onMark}
            />
            <IconButton
              label={t("hitBefore")}
              icon={<ChevronUp aria-hidden size={16} />}
              isDisabled={rank <= 1}
              onPress={() => step(rank - 1)}
            />
            <IconButton
              label={t("hitAfter")}
              icon={<ChevronDown aria-hidden size={16} />}
              isDisabled={rank >= campaign.hits}
              onPress={() => step(rank + 1)}
            />
          </>
        }
      >
        <div className="flex flex-col gap-4">
          {hit !== undefined && (
            <div className="flex items-center gap-4">
              <MoleculeThumbnail smiles={hit.smiles} name={hit.name} width={160} height={104} />
              <KeyValue
                className="flex-1"
                items={[
                  ...campaign.stages.map(({ method }, stage) => ({
                    key: String(stage),
                    label: `${stage + 1} ${nameOf(method)}`,
                    value: (
                      <span className="numeric">
                        {hit.scores[stage]?.toLocaleString(locale, { maximumFractionDigits: 2 }) ?? "–"}
                      </span>
                    ),
                  })),
                  { key: "cluster", label: t("cluster"), value: hit.cluster ?? "–" },
                  ...(hit.nearestKnown === null
                    ? []
                    : [{ key: "known", label: t("nearestKnown"), value: hit.nearestKnown.toFixed(2) }]),
                ]}
              />
            </div>
          )}
          <HitPoses campaign={campaign} rank={rank} hit={hit} />
          {hit !== undefined && (
            <div>
              <ButtonLink size="small" href={`/p/${campaign.projectId}/compounds/${hit.compoundId}`}>
                {t("toCompound")}
              </ButtonLink>
            </div>
          )}
          <p className="text-xs text-ink-3">{t("hitKeys")}</p>
        </div>
      </Inspector>
    </div>
  );
}

function HitPoses({ campaign, rank, hit }: Pick<Props, "campaign" | "rank" | "hit">) {
  const t = useTranslations("screening");
  const trpc = useTRPC();
  const [query, change] = useQueryState();
  const found = useQuery(
    trpc.campaigns.poses.queryOptions(
      { campaignId: campaign.id, rank },
      // What was shown stays until the next poses are here, so that the receptor's model is built once.
      { enabled: hit?.hasPoses === true, staleTime: 60_000, placeholderData: (before) => before, retry: false },
    ),
  );
  if (hit?.hasPoses === false) return <p className="text-sm text-ink-2">{t("hitWithoutPoses")}</p>;
  if (found.isError) return <FailureState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton className="h-96 w-full" />;
  const name = hit?.name ?? hit?.compoundId ?? t("hitNumber", { rank });
  const { receptorId, reference, poses } = found.data;
  return (
    <>
      <SitePoses
        receptorId={receptorId}
        reference={reference}
        box={null}
        name={name}
        poses={poses}
        shown={poses.find((pose) => String(pose.rank) === query.get("pose"))?.rank ?? 1}
        onShow={(pose) => change({ pose: String(pose) })}
      />
      {isOutOfOrder(poses) && <p className="text-xs text-ink-3">{t("poseOrder")}</p>}
    </>
  );
}

/** Whether a pose has a better score than the one before it. */
const isOutOfOrder = (poses: readonly PoseView[]): boolean =>
  poses.some(({ score }, at) => score !== null && score < (poses[at - 1]?.score ?? score));
