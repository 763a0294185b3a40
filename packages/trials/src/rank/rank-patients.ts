import type { PatientRecord } from "@qinghao/clinical";
import type { CriteriaDocument } from "../criteria/document.schema.ts";
import { type EvaluateOptions, evaluatePatient, type PatientVerdicts } from "../evaluate/index.ts";
import type { Terminology } from "../terminology.ts";
import { inOrder } from "./in-order.ts";
import type { Ranked } from "./rank.schema.ts";
import { reasonOfStanding } from "./reason-of-standing.ts";
import { standingOf } from "./score-verdicts.ts";

/** Patients of one trial in the order in which they are worth a look, from their evaluated verdicts. */
export const rankPatients = (evaluated: readonly PatientVerdicts[]): Ranked[] =>
  inOrder(
    evaluated.map((verdicts) => {
      const standing = standingOf(verdicts);
      const { eligible, score } = standing;
      return { id: verdicts.patient, eligible, score, reason: reasonOfStanding(standing) };
    }),
  );

/**
 * Evaluates a trial's criteria for each record and ranks the patients.
 * Errors: RangeError where `asOf` is no whole date.
 */
export const matchPatients = (
  document: CriteriaDocument,
  records: readonly PatientRecord[],
  terminology: Terminology,
  options: EvaluateOptions,
): Ranked[] => rankPatients(records.map((record) => evaluatePatient(document, record, terminology, options)));
