import { rulings, tellings } from "./tellings.ts";
import type { NoteValue } from "./values.ts";

/** A finding that a note tells in other words; `start` is where it does. */
export type ImpliedFinding = { readonly start: number; readonly means: string; readonly isRuledOut?: true };

type Limit = { readonly measure: string; readonly min?: number; readonly max?: number; readonly means: string };

/** Limits past which a value is a finding, at any age; units as in `measures.ts`. */
const atAnyAge: readonly Limit[] = [
  { measure: "temperature", min: 38, means: "fever" },
  { measure: "oxygen saturation", max: 89, means: "hypoxemia" },
  { measure: "platelets", max: 99, means: "thrombocytopenia" },
  { measure: "haemoglobin", max: 9.9, means: "anemia" },
];
/** Limits of grown people: a small child's heart and breath go faster. */
const ofGrown: readonly Limit[] = [
  { measure: "heart rate", min: 101, means: "tachycardia" },
  { measure: "heart rate", max: 49, means: "bradycardia" },
  { measure: "respiratory rate", min: 25, means: "tachypnea" },
  { measure: "systolic pressure", max: 89, means: "hypotension" },
  { measure: "body mass index", min: 30, means: "obesity" },
];
const grownFrom = 15;

/** Findings that a sentence tells in other words or by a value; pure, linear in the sentence. */
export function impliedFindings(text: string, values: readonly NoteValue[], years: number | null): ImpliedFinding[] {
  const told = tellings.flatMap(([pattern, means]) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, means })),
  );
  const ruledOut = rulings.flatMap(([pattern, means]) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, means, isRuledOut: true as const })),
  );
  const limits = years !== null && years >= grownFrom ? [...atAnyAge, ...ofGrown] : atAnyAge;
  const measured = limits
    .filter(({ measure, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) =>
      values.some((one) => one.measure === measure && one.value >= min && one.value <= max),
    )
    .map(({ means }) => ({ start: -1, means }));
  return [...told, ...ruledOut, ...measured];
}
