import { convert } from "@qinghao/clinical";
import { boundsOf } from "../../evaluate/bounds.ts";
import { differenceScale, identity, type UnitScale, unitScale } from "../../evaluate/item-unit.ts";
import type { Terminology } from "../../terminology.ts";
import type { Threshold } from "./judge-each.ts";
import type { MeasurementLeaf } from "./measurement.schema.ts";

/** The criterion's range in the unit that results are compared in; null where its unit does not fit the item. */
export function thresholdOf(leaf: MeasurementLeaf, terminology: Terminology): Threshold | null {
  const { expression, range } = leaf;
  const item = terminology.labItem(leaf.item.id);
  const make = (scale: UnitScale | null, unit: string | null): Threshold | null =>
    scale === null ? null : { range, bounds: boundsOf(range, scale.inward), unit, shown: scale.outward };
  switch (expression.type) {
    case "times-upper-limit":
      return make(identity, "{ULN}");
    case "times-lower-limit":
      return make(identity, "{LLN}");
    case "value":
      // Without an item's own units only pure numbers can be compared.
      if (item === null) return make(isPure(leaf.unit) ? identity : null, leaf.unit);
      return make(unitScale(item, leaf.unit), leaf.unit ?? item.canonicalUnit);
    case "change":
      if (expression.relative) return make(identity, "%");
      if (item === null) return make(isPure(leaf.unit) ? identity : null, leaf.unit);
      return make(differenceScale(item, leaf.unit), leaf.unit ?? item.canonicalUnit);
    case "ratio": {
      const under = terminology.labItem(expression.to.id);
      if (leaf.unit === null) return make(identity, null);
      if (item === null || under === null) return null;
      return make(ratioScale(item.canonicalUnit, under.canonicalUnit, leaf.unit), leaf.unit);
    }
  }
}

const isPure = (unit: string | null): boolean => unit === null || unit === "1";

function ratioScale(over: string, under: string, unit: string): UnitScale | null {
  const one = convert(1, unit, over === under ? "1" : `(${over})/(${under})`);
  if (!one.ok) return null;
  const factor = one.value;
  return { inward: (value) => value * factor, outward: (value) => value / factor };
}
