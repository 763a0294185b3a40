/** A limit between two grades: a number in the item's canonical unit, or a multiple of a limit of normal or of the baseline. */
export type Limit =
  | { readonly value: number }
  | { readonly timesUpperLimit: number }
  | { readonly timesLowerLimit: number }
  | { readonly timesBaseline: number };

/**
 * Beyond `limit` at least `grade` holds. Where the record of laboratory values cannot tell grades apart (symptoms,
 * intervention) `most` is the highest that may hold. `reached`: the limit itself counts as beyond.
 */
export type Step = {
  readonly grade: number;
  readonly most?: number;
  readonly limit: Limit;
  readonly reached?: boolean;
};

/** A term of CTCAE v5.0 that laboratory results, an ECG or an ejection fraction can grade. */
export type CtcaeTerm = {
  /** The English name as the standard writes it; key of the term. */
  readonly term: string;
  readonly zh: string;
  /** Laboratory item (`LAB:` id); every value is in its canonical unit. */
  readonly item: string;
  readonly unit: string;
  /** Whether high or low values are graded. */
  readonly direction: "high" | "low";
  /** From the mildest on. */
  readonly steps: readonly Step[];
  /** Read instead of `steps` where the baseline was abnormal. */
  readonly abnormalBaselineSteps?: readonly Step[];
  /** What the laboratory value alone does not say, for the reader of a grade. */
  readonly note?: { readonly en: string; readonly zh: string };
};
