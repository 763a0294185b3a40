import { investigations } from "./investigations.ts";
import { metabolism } from "./metabolism.ts";
import type { CtcaeTerm } from "./term.ts";

/**
 * Terms of CTCAE v5.0 that values can grade; limits in canonical units.
 * Source: Common Terminology Criteria for Adverse Events v5.0, US Department of Health and Human Services, National
 * Cancer Institute, 27 November 2017 (public domain).
 * Limits were compared row by row with the grade texts that admiral (pharmaverse, Apache-2.0) carries as
 * `atoxgr_criteria_ctcv5`, which confirm them but for five rows. QT prolonged is confirmed by Lyon and others, European Heart
 * Journal 2021, doi 10.1093/eurheartj/ehab674, table 5; ejection fraction (but not whether exactly 50 % is grade 2, as
 * here, or none) and lactate dehydrogenase by ctcae5_grader (PharmaForest, MIT). Not confirmed by a second text: low and high
 * phosphate, for which v5.0 gives no limits of its own.
 * Where the printed range begins with a number without ">" (triglycerides 1.71 mmol/L, GGT at twice an abnormal
 * baseline) the number itself is graded; admiral's code leaves it out. Sodium between 129 and 130 mmol/L, which no printed
 * range holds, counts as below 130. "If abnormal" of fibrinogen is read as an abnormal baseline.
 */
export const ctcaeTerms: readonly CtcaeTerm[] = [...investigations, ...metabolism];

const byName = new Map(ctcaeTerms.map((term) => [term.term.toLowerCase(), term]));

/** The term of a name, upper or lower case; undefined where values cannot grade it or there is no such term. */
export const ctcaeTerm = (name: string): CtcaeTerm | undefined => byName.get(name.trim().toLowerCase());
