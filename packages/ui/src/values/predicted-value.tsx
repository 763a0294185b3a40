"use client";

import { TriangleAlert } from "lucide-react";
import { classNames } from "../class-names.ts";
import { useUiLocale, useUiText } from "../ui-locale.ts";
import { type Absence, AbsentValue } from "./absence.tsx";
import { decimalsForWidth, formatDecimal, formatPercent } from "./format.ts";

export type PredictedValueProps = {
  prediction: { value: number; lo: number; hi: number; inDomain: boolean } | Absence;
  /** For the spoken text; the unit that is seen stands in the column header. */
  unit: string;
  /** Share of molecules whose measured value falls inside the interval. */
  level?: number;
  /** `line`: value and interval side by side; `stack`: the interval below, for tall rows and panels. */
  layout?: "line" | "stack";
  className?: string;
};

/** A predicted number with its interval and, outside the model's domain, a mark. Digits follow the interval's width. */
export function PredictedValue(props: PredictedValueProps) {
  const { prediction, unit, level = 0.9, layout = "line", className } = props;
  const text = useUiText();
  const locale = useUiLocale();
  if ("kind" in prediction) return <AbsentValue absence={prediction} />;
  const decimals = decimalsForWidth(prediction.hi - prediction.lo);
  const [value, lo, hi] = [prediction.value, prediction.lo, prediction.hi].map((x) => formatDecimal(x, decimals)) as [
    string,
    string,
    string,
  ];
  const domain = prediction.inDomain ? text.inDomain : text.outOfDomain;
  const spoken = `${text.predictedValue(value, lo, hi, formatPercent(locale, level), unit)}. ${domain}`;
  return (
    <span
      role="img"
      aria-label={spoken}
      title={spoken}
      className={classNames(
        "numeric inline-flex text-right whitespace-nowrap",
        layout === "stack" ? "flex-col items-end" : "items-baseline justify-end gap-1.5",
        className,
      )}
    >
      <span className={classNames("inline-flex items-center gap-1", !prediction.inDomain && "text-ink-2")}>
        {!prediction.inDomain && <TriangleAlert aria-hidden size={12} className="text-warn" />}
        <span className="font-medium">{value}</span>
      </span>
      <span className="text-xs text-ink-3">
        {lo} … {hi}
      </span>
    </span>
  );
}
