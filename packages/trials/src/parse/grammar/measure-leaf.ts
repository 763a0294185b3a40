import type { Range } from "../../criteria/ranges.schema.ts";
import type { Leaf } from "../../criteria/tree.schema.ts";
import type { Bound, Measure } from "../mark.ts";

/** Items whose numbers are read in this unit where the text gives none. */
const assumedUnits: Record<string, string> = {
  "LAB:systolic-pressure": "mm[Hg]",
  "LAB:diastolic-pressure": "mm[Hg]",
  "LAB:lvef": "%",
  "LAB:inr": "1",
  "LAB:spo2": "%",
  "LAB:hba1c": "%",
};
/** Units of the computed scores, which their leaf does not carry. */
const scoreUnits: Record<string, readonly string[]> = {
  bmi: ["kg/m2"],
  "egfr-ckd-epi-2021": ["mL/min/{1.73_m2}", "mL/min/m2", "mL/min"],
  "creatinine-clearance-cockcroft-gault": ["mL/min", "mL/min/{1.73_m2}"],
  qtcf: ["ms"],
  bsa: ["m2"],
};

const timeUnits = { hour: "h", day: "d", week: "wk", month: "mo", year: "a" } as const;

/** The leaf that a measure and a bound make, or null where they do not go together. */
export function measureLeaf(measure: Measure, bound: Bound): Leaf | null {
  const leaf = plainLeaf(measure, bound);
  const isFasting = leaf?.kind === "measurement" && measure.of === "lab" && measure.fasting !== undefined;
  return isFasting ? { ...leaf, fasting: measure.fasting! } : leaf;
}

function plainLeaf(measure: Measure, bound: Bound): Leaf | null {
  const { range, unit } = bound;
  if (measure.of === "age") return ageLeaf(range, unit);
  if (measure.of === "life-expectancy") {
    if (unit.of !== "time" || unit.unit === "hour") return null;
    return { kind: "life-expectancy", range, unit: unit.unit };
  }
  if (measure.of === "score") return scoreLeaf(measure, bound);
  if (measure.of === "lines") return unit.of === "none" ? { kind: "therapy-lines", range } : null;
  if (measure.of === "other" || measure.of === "blood-pressure") return null;
  const { item } = measure;
  const expression =
    measure.of === "ratio" ? ({ type: "ratio", to: measure.to } as const) : ({ type: "value" } as const);
  if (unit.of === "limit") {
    const type = unit.side === "upper" ? "times-upper-limit" : "times-lower-limit";
    return { kind: "measurement", item, expression: { type }, range, unit: null };
  }
  if (unit.of === "time") {
    // Nothing but an age counts in weeks or years: the number is a patient's age, or a time.
    if (unit.unit !== "hour" && unit.unit !== "day" && !/-age$/.test(item.id)) return null;
    return { kind: "measurement", item, expression, range, unit: timeUnits[unit.unit] };
  }
  const ucum = unit.of === "ucum" ? unit.ucum : (assumedUnits[item.id] ?? null);
  return { kind: "measurement", item, expression, range, unit: ucum };
}

function ageLeaf(range: Range, unit: Bound["unit"]): Leaf | null {
  if (unit.of === "none") return { kind: "age", range, unit: "year" };
  if (unit.of !== "time" || unit.unit === "hour") return null;
  return { kind: "age", range, unit: unit.unit };
}

function scoreLeaf(
  { score }: { score: Extract<Leaf, { kind: "score" }>["score"] },
  { range, unit }: Bound,
): Leaf | null {
  if (unit.of === "none") return { kind: "score", score, range };
  if (unit.of === "ucum" && (scoreUnits[score]?.includes(unit.ucum) || unit.ucum === "{score}")) {
    return { kind: "score", score, range };
  }
  if (unit.of === "ucum" && unit.ucum === "s" && score === "qtcf")
    return { kind: "score", score, range: scaled(range, 1000) };
  if (score === "karnofsky" && unit.of === "ucum" && unit.ucum === "%") return { kind: "score", score, range };
  return null;
}

/** A range with its ends multiplied. */
export const scaled = (range: Range, by: number): Range => ({
  ...range,
  ...(range.min === undefined ? {} : { min: range.min * by }),
  ...(range.max === undefined ? {} : { max: range.max * by }),
});
