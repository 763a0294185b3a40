"use client";

import type { ModelView } from "@qinghao/api/schema";
import { decimalsForWidth, formatDecimal, formatPercent, useUiLocale } from "@qinghao/ui";

type Metric = ModelView["metrics"][number];

/** A measured quality with its interval; digits follow the interval's width. */
export function MetricValue({ metric, isShare }: { metric: Metric; isShare: boolean }) {
  const locale = useUiLocale();
  const { value, lo, hi } = metric;
  if (isShare) return <span className="numeric font-medium">{formatPercent(locale, value, 1)}</span>;
  const decimals = lo !== null && hi !== null && hi > lo ? Math.max(2, decimalsForWidth(hi - lo)) : 3;
  return (
    <span className="numeric whitespace-nowrap">
      <span className="font-medium">{formatDecimal(value, decimals)}</span>
      {lo !== null && hi !== null && (
        <span className="pl-1.5 text-xs text-ink-3">
          {formatDecimal(lo, decimals)} … {formatDecimal(hi, decimals)}
        </span>
      )}
    </span>
  );
}
