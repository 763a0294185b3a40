import { unitScale } from "../../evaluate/item-unit.ts";
import type { Terminology } from "../../terminology.ts";
import type { LeafWarning } from "../define-criterion.ts";
import { emptyRange } from "../range-warnings.ts";
import type { MeasurementLeaf } from "./measurement.schema.ts";
import { plausibleLimits } from "./plausible-limits.ts";
import { thresholdOf } from "./threshold.ts";

/** More multiples of a limit of normal than any protocol asks for. */
const mostMultiples = 100;

/** Warnings of a laboratory criterion: a unit that does not fit the item, a limit that no laboratory reports. */
export function lintMeasurement(leaf: MeasurementLeaf, terminology: Terminology): readonly LeafWarning[] {
  const warnings: LeafWarning[] = [...emptyRange(leaf.range)];
  const item = terminology.labItem(leaf.item.id);
  if (item === null) return warnings;
  const en = leaf.item.en ?? terminology.name(leaf.item.id, "en");
  const zh = leaf.item.zh ?? terminology.name(leaf.item.id, "zh");
  if (thresholdOf(leaf, terminology) === null) {
    const unit = leaf.unit ?? "";
    warnings.push({
      code: "implausible-unit",
      en: `${en} is not measured in “${unit}”: it cannot be converted to ${item.canonicalUnit}, so no result can be compared.`,
      zh: `${zh}的单位不能是“${unit}”：无法换算为 ${item.canonicalUnit}，任何结果都无法比较。`,
    });
    return warnings;
  }
  const isOdd = oddValue(leaf, unitScale(item, leaf.unit)?.inward);
  for (const limit of [leaf.range.min, leaf.range.max]) {
    if (limit === undefined || !isOdd(limit)) continue;
    const unit = leaf.unit === null ? "" : ` ${leaf.unit}`;
    warnings.push({
      code: "implausible-value",
      en: `A limit of ${limit}${unit} for ${en} lies far outside of what is measured: is the unit right?`,
      zh: `${zh}的界值 ${limit}${unit} 远超出可能的测量范围，请核对单位。`,
    });
  }
  return warnings;
}

function oddValue(leaf: MeasurementLeaf, inward: ((value: number) => number) | undefined): (limit: number) => boolean {
  const { type } = leaf.expression;
  if (type === "times-upper-limit" || type === "times-lower-limit")
    return (limit) => limit < 0 || limit > mostMultiples;
  const plausible = plausibleLimits[leaf.item.id];
  if (type !== "value" || plausible === undefined || inward === undefined) return () => false;
  return (limit) => limit !== 0 && (inward(limit) < plausible[0] || inward(limit) > plausible[1]);
}
