import type { CtcaeTerm, Limit, Step } from "./term.ts";

/** The grades that may hold, 0 for none; equal where the values decide. */
export type GradeSpan = {
  readonly min: number;
  readonly max: number;
  /** A limit of normal is missing and would narrow the grades. */
  readonly needsLimit: boolean;
};

/** A measured value in the term's unit; ends differ for `< 5` and the like, and may be infinite. */
export type GradedValue = { readonly lo: number; readonly hi: number; readonly low?: number; readonly high?: number };

/** The value before treatment. An abnormal one changes how some terms are read. */
export type Baseline = { readonly value: number; readonly isAbnormal: boolean };

/**
 * The grade of a value by CTCAE v5.0. Without a baseline a normal one is taken, as the standard's first column reads;
 * steps that need a baseline then say nothing. A missing limit of normal leaves the grades open that depend on it.
 */
export function gradeOf(term: CtcaeTerm, value: GradedValue, baseline?: Baseline): GradeSpan {
  const steps =
    baseline?.isAbnormal && term.abnormalBaselineSteps !== undefined ? term.abnormalBaselineSteps : term.steps;
  let min = 0;
  let max = 0;
  let needsLimit = false;
  for (const step of steps) {
    const limit = limitValue(step.limit, value, baseline);
    if (limit === null) {
      if ("timesBaseline" in step.limit) continue;
      needsLimit = true;
      max = Math.max(max, step.most ?? step.grade);
      continue;
    }
    const [mild, grave] = term.direction === "high" ? [value.lo, value.hi] : [value.hi, value.lo];
    if (isBeyond(mild, limit, step, term)) min = Math.max(min, step.grade);
    if (isBeyond(grave, limit, step, term)) max = Math.max(max, step.most ?? step.grade);
  }
  max = Math.max(min, max);
  return { min, max, needsLimit: needsLimit && min !== max };
}

// A ten-billionth keeps a limit that was converted between units on its own side.
function isBeyond(value: number, limit: number, step: Step, term: CtcaeTerm): boolean {
  const slack = Math.abs(limit) * 1e-9 * (step.reached === true ? -1 : 1);
  return term.direction === "high" ? value > limit + slack : value < limit - slack;
}

function limitValue(limit: Limit, value: GradedValue, baseline: Baseline | undefined): number | null {
  if ("value" in limit) return limit.value;
  if ("timesUpperLimit" in limit) return value.high === undefined ? null : limit.timesUpperLimit * value.high;
  if ("timesLowerLimit" in limit) return value.low === undefined ? null : limit.timesLowerLimit * value.low;
  return baseline === undefined ? null : limit.timesBaseline * baseline.value;
}
