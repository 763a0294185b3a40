"use client";

import { AbsentValue, formatCount } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Count, Release } from "../trial-facts.ts";
import { type Sum, sumText } from "./sums.ts";

/** A released number; one below the threshold is shown as withheld, never as 0. Null where it was not asked. */
export function ReleasedNumber({ count, policy }: { count: Count | null | undefined; policy: Release["policy"] }) {
  const locale = useLocale();
  if (count === null || count === undefined) return <span className="text-ink-3">–</span>;
  if (count === "below-threshold")
    return <AbsentValue isInTable absence={{ kind: "withheld", threshold: policy.threshold }} />;
  return <span className="numeric">{formatCount(locale, count)}</span>;
}

/** The sum of what was told, with how many sites withheld theirs. */
export function ReleasedSum({ sum }: { sum: Sum }) {
  const t = useTranslations("trials.runs");
  const locale = useLocale();
  const text = sumText(sum, (count) => formatCount(locale, count));
  if (sum.told + sum.withheld === 0) return <span className="text-ink-3">–</span>;
  const withheld = t("withheldAt", { count: sum.withheld });
  return (
    <span className="numeric inline-flex items-baseline gap-1.5 whitespace-nowrap">
      {text !== null && <span className="font-medium">{text}</span>}
      {sum.withheld > 0 && <span className="text-xs text-ink-3">{withheld}</span>}
    </span>
  );
}
