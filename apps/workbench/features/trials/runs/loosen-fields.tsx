"use client";

import type { CriteriaVersionView } from "@qinghao/api/schema";
import { Button, NumberField, Slider } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import type { CriterionNumber } from "../review/numbers.ts";
import { wordsOf } from "../review/tree-concepts.ts";
import { scaleOf, type Threshold, thresholdsOf } from "./thresholds.ts";

/** Every numeric bound with a way to set it otherwise: each that is set asks how many people that would gain. */
export function LoosenFields({
  version,
  numbers,
  value,
  onChange,
}: {
  version: CriteriaVersionView;
  numbers: ReadonlyMap<string, CriterionNumber>;
  value: ReadonlyMap<string, number>;
  onChange: (value: ReadonlyMap<string, number>) => void;
}) {
  const t = useTranslations("trials.runs");
  const thresholds = version.document.criteria.flatMap(thresholdsOf);
  if (thresholds.length === 0) return null;
  const set = (key: string, bound: number | null) => {
    const next = new Map(value);
    if (bound === null) next.delete(key);
    else next.set(key, bound);
    onChange(next);
  };
  return (
    <details open={value.size > 0} className="flex flex-col">
      <summary className="cursor-pointer text-sm text-ink">{t("askLoosened", { count: value.size })}</summary>
      <ul className="mt-2 flex flex-col rounded-md border">
        {thresholds.map((threshold) => (
          <ThresholdRow
            key={threshold.key}
            threshold={threshold}
            number={numbers.get(threshold.criterion)}
            bound={value.get(threshold.key)}
            onChange={(bound) => set(threshold.key, bound)}
          />
        ))}
      </ul>
    </details>
  );
}

function ThresholdRow({
  threshold,
  number,
  bound,
  onChange,
}: {
  threshold: Threshold;
  number: CriterionNumber | undefined;
  bound: number | undefined;
  onChange: (bound: number | null) => void;
}) {
  const t = useTranslations("trials.runs");
  const tNumber = useTranslations("trials.number");
  const subject = useSubject();
  const scale = scaleOf(threshold.value);
  const name = t("threshold", {
    number: number === undefined ? threshold.criterion : tNumber(number.type, { n: number.n }),
    what: subject(threshold.leaf),
    side: threshold.side,
  });
  const change = (next: number) => onChange(Number.isNaN(next) || next === threshold.value ? null : next);
  return (
    <li className="grid items-center gap-x-4 gap-y-1 border-b px-3 py-2 text-sm last:border-b-0 sm:grid-cols-[minmax(0,1fr)_9rem_8rem_5rem]">
      <span className="min-w-0">
        <span className="block truncate" title={name}>
          {name}
        </span>
        <span className="numeric text-xs text-ink-3">{t("now", { value: threshold.value })}</span>
      </span>
      <Slider
        label={t("boundOf", { name })}
        hideLabel
        value={bound ?? threshold.value}
        onChange={(next) => change(Number(next.toPrecision(12)))}
        {...scale}
      />
      <NumberField
        label={t("boundOf", { name })}
        hideLabel
        value={bound ?? threshold.value}
        onChange={change}
        steppers={false}
        formatOptions={{ maximumFractionDigits: 6, useGrouping: false }}
      />
      <Button look="quiet" size="small" isDisabled={bound === undefined} onPress={() => onChange(null)}>
        {t("reset")}
      </Button>
    </li>
  );
}

/** What a bound is a bound of. */
function useSubject(): (leaf: Threshold["leaf"]) => string {
  const t = useTranslations("trials.edit");
  const tRuns = useTranslations("trials.runs");
  const locale = useLocale();
  return (leaf) => {
    if (leaf.kind === "score") return t(`scoreName.${leaf.score}`);
    if (leaf.kind !== "measurement") {
      const unit = "unit" in leaf ? t(`timeUnit.${leaf.unit}`) : null;
      return unit === null ? t(`kind.${leaf.kind}`) : tRuns("inUnit", { what: t(`kind.${leaf.kind}`), unit });
    }
    const unit = leaf.unit ?? (leaf.expression.type === "value" ? null : t(`expressionName.${leaf.expression.type}`));
    const item = wordsOf(leaf.item, locale);
    return unit === null ? item : tRuns("inUnit", { what: item, unit });
  };
}
