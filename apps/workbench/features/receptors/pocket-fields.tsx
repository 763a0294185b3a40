"use client";

import type { ReceptorPocket } from "@qinghao/api/schema";
import { Button, Notice, ProgressBar, Select } from "@qinghao/ui";
import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { FailureState } from "../../trpc/failure-state.tsx";
import type { PocketSearch } from "./use-pockets.ts";

/** How long a search takes is not known beforehand. */
const underWay = { done: 0, failed: 0, total: null, perSecond: null, secondsLeft: null };

/** Finds pockets when it is asked to, and lets one of them be chosen. */
export function PocketFields({
  search,
  index,
  onChoose,
}: {
  search: PocketSearch;
  index: number;
  onChoose: (index: number) => void;
}) {
  const t = useTranslations("receptors.site");
  const { pockets, isSearching, isOutdated, error } = search;
  const find = () => {
    onChoose(0);
    search.find();
  };
  if (isSearching)
    return (
      <div role="status" className="flex flex-col gap-2">
        <p className="text-sm text-ink-2">{t("findingPockets")}</p>
        <div className="flex items-center gap-3">
          <ProgressBar label={t("findingPockets")} show="bar" progress={underWay} className="flex-1" />
          <Button size="small" onPress={search.cancel}>
            {t("cancelPockets")}
          </Button>
        </div>
      </div>
    );
  if (error !== null) return <FailureState error={error} onRetry={find} layout="inline" />;
  const again = (
    <Button icon={<Search aria-hidden size={14} />} onPress={find} className="self-start">
      {t(pockets === null ? "findPockets" : "findPocketsAgain")}
    </Button>
  );
  if (pockets === null)
    return (
      <div className="flex flex-col gap-2">
        <p className="text-sm text-ink-2">{t("findPocketsHelp")}</p>
        {again}
      </div>
    );
  return (
    <div className="flex flex-col gap-3">
      {pockets.length === 0 ? (
        <p role="status" className="text-sm text-ink-2">
          {t("noPockets")}
        </p>
      ) : (
        <PocketSelect pockets={pockets} index={index} onChange={onChoose} />
      )}
      {isOutdated && (
        <>
          <Notice tone="warn">{t("pocketsOutdated")}</Notice>
          {again}
        </>
      )}
    </div>
  );
}

function PocketSelect({
  pockets,
  index,
  onChange,
}: {
  pockets: readonly ReceptorPocket[];
  index: number;
  onChange: (index: number) => void;
}) {
  const t = useTranslations("receptors.site");
  const locale = useLocale();
  return (
    <Select
      label={t("whichPocket")}
      value={String(index)}
      onChange={(id) => onChange(Number(id))}
      options={pockets.map(({ volume, burial }, at) => ({
        id: String(at),
        label: t("pocketName", { number: at + 1 }),
        description: t("pocketFacts", {
          volume: volume.toLocaleString(locale, { maximumFractionDigits: 0 }),
          burial: burial.toLocaleString(locale, { maximumFractionDigits: 1 }),
        }),
      }))}
    />
  );
}
