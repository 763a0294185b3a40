import { isoOfDay, type PatientRecord, shiftDay } from "@qinghao/clinical";
import { thresholdOf } from "../criteria/measurement/threshold.ts";
import type { Range } from "../criteria/ranges.schema.ts";
import type { ScoreName } from "../criteria/score/score.schema.ts";
import type { Leaf } from "../criteria/tree.schema.ts";
import { type Bounds, boundsOf } from "../evaluate/bounds.ts";
import type { Terminology } from "../terminology.ts";
import { dayInside, lintDay, madeUp, quantity } from "./made-up-patient.ts";

/**
 * The one thing that a leaf asks about. Leaves with the same key ask about the same thing, and `patients` runs through every
 * answer that can make a difference to leaves with these limits.
 */
export type Axis = {
  readonly key: string;
  readonly limits: readonly number[];
  patients(limits: readonly number[]): readonly PatientRecord[];
};

/** The axis of a leaf; null where made-up patients cannot run through it. */
export function axisOf(leaf: Leaf, terminology: Terminology): Axis | null {
  switch (leaf.kind) {
    case "age":
      return {
        key: `age|${leaf.unit}`,
        limits: limitsOf(boundsOf(leaf.range)),
        patients: (limits) =>
          wholeSteps(limits).map((age) => madeUp([], { birth: isoOfDay(shiftDay(lintDay, -age, leaf.unit)) })),
      };
    case "score":
      if (leaf.pick === "any") return null;
      return dated(
        leaf,
        wholeScores.has(leaf.score) ? wholeSteps : steps,
        `score|${leaf.score}|${leaf.pick}`,
        leaf.range,
        (value, start) => madeUp([{ concept: `SCORE:${leaf.score}`, start, value: quantity(value, "1") }]),
      );
    case "life-expectancy":
      return {
        key: `life-expectancy|${leaf.unit}`,
        limits: limitsOf(boundsOf(leaf.range)),
        patients: (limits) =>
          steps(limits).map((value) => {
            const days = value * { day: 1, week: 7, month: 30.4375, year: 365.25 }[leaf.unit];
            return madeUp([{ kind: "status", concept: "STATUS:life-expectancy", value: quantity(days, "d") }]);
          }),
      };
    case "measurement":
      return measurementAxis(leaf, terminology);
    default:
      return null;
  }
}

// A patient is ECOG 1 or 2 and nothing between.
const wholeScores: ReadonlySet<ScoreName> = new Set([
  "ecog",
  "karnofsky",
  "nyha",
  "child-pugh",
  "asa",
  "mmse",
  "gcs",
  "nihss",
  "mrs",
  "madrs",
  "hamd",
  "gleason",
]);

function measurementAxis(leaf: Extract<Leaf, { kind: "measurement" }>, terminology: Terminology): Axis | null {
  const { type } = leaf.expression;
  const threshold = thresholdOf(leaf, terminology);
  if (threshold === null || leaf.pick === "any" || type === "ratio" || type === "change") return null;
  const unit = terminology.labItem(leaf.item.id)?.canonicalUnit ?? leaf.unit;
  const limits = type === "value" ? {} : { low: 1, high: 1 };
  const { fasting } = leaf;
  const key = `measurement|${leaf.item.id}|${type}|${leaf.pick}|${fasting}`;
  const axis = dated(leaf, steps, key, leaf.range, (value, start) =>
    madeUp([
      {
        concept: leaf.item.id,
        start,
        value: quantity(value, unit, limits),
        ...(fasting === undefined ? {} : { fasting }),
      },
    ]),
  );
  return axis === null ? null : { ...axis, limits: limitsOf(threshold.bounds) };
}

function dated(
  leaf: Extract<Leaf, { kind: "score" | "measurement" }>,
  valuesOf: typeof steps,
  key: string,
  range: Range,
  patient: (value: number, start: string) => PatientRecord,
): Axis | null {
  const day = dayInside(leaf.when, "measurement");
  if (day === null) return null;
  return {
    key: `${key}|${JSON.stringify(leaf.when ?? {})}`,
    limits: limitsOf(boundsOf(range)),
    patients: (limits) => valuesOf(limits).map((value) => patient(value, isoOfDay(day))),
  };
}

const limitsOf = ({ min, max }: Bounds): number[] => [min, max].filter(Number.isFinite);

/** Every limit, just beside it, between the limits and beyond them. */
function steps(limits: readonly number[]): number[] {
  const sorted = [...new Set(limits)].sort((a, b) => a - b);
  const beside = sorted.flatMap((limit) => {
    const little = Math.max(Math.abs(limit) * 1e-5, 1e-6);
    return [limit - little, limit, limit + little];
  });
  const between = sorted.slice(1).map((limit, index) => (limit + sorted[index]!) / 2);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const values = [...beside, ...between, first - Math.abs(first) / 2 - 1, last + Math.abs(last) / 2 + 1];
  return values.map((value) => Number(value.toPrecision(12))).filter((value) => value >= 0);
}

const wholeSteps = (limits: readonly number[]): number[] => [
  ...new Set(
    steps(limits)
      .flatMap((value) => [Math.floor(value), Math.ceil(value)])
      .filter((value) => value >= 0 && value < 1500),
  ),
];
