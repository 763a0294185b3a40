export { readableUnit } from "../explain/words.ts";
export {
  type CompiledCriterion,
  type CompiledDocument,
  compileCriterion,
  compileDocument,
} from "./compile-document.ts";
export {
  type CriterionVerdict,
  type EvaluateOptions,
  eligibilityOf,
  evaluateCompiled,
  evaluatePatient,
  judgeCriterion,
  type PatientVerdicts,
  ruleVersion,
  truthOfCriterion,
} from "./evaluate-patient.ts";
export { type PreparedFact, type PreparedRecord, prepareFact, prepareRecord } from "./prepared-record.ts";
export { type Change, type Reevaluation, reevaluate } from "./reevaluate.ts";
export { indexTouches, isTouchedBy, type TouchIndex, touches } from "./touches.ts";
