import { exactDay, type PatientRecord, spanOf } from "@qinghao/clinical";
import type { Truth } from "@qinghao/kernel";
import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import type { Eligibility, Verdict } from "../criteria/verdict.schema.ts";
import type { Language } from "../explain/words.ts";
import type { Terminology } from "../terminology.ts";
import { askNext } from "./ask-next.ts";
import { type CompiledCriterion, type CompiledDocument, compileDocument } from "./compile-document.ts";
import { truthOfLogic } from "./compile-tree.ts";
import { evidenceOf, nearestDistance } from "./evidence.ts";
import { type PreparedRecord, prepareRecord } from "./prepared-record.ts";

/** Version of the evaluation rules; verdicts of different versions are not to be compared. */
export const ruleVersion = "qinghao-criteria/2";

export type EvaluateOptions = {
  /** The index date, a whole calendar date. */
  readonly asOf: string;
  /** Language of evidence labels; English by default. Questions are always in both. */
  readonly language?: Language;
};

export type CriterionVerdict = Verdict & { readonly criterion: string; readonly type: Criterion["type"] };

/** Every verdict of one patient. */
export type PatientVerdicts = {
  readonly patient: string;
  readonly asOf: string;
  readonly verdicts: readonly CriterionVerdict[];
  readonly eligible: Eligibility;
};

const verdictOfTruth = { true: "met", false: "not-met", unknown: "unknown" } as const;

/** Truth of one criterion, without evidence: the quick way for counting. */
export function truthOfCriterion({ tree }: CompiledCriterion, record: PreparedRecord): Truth {
  return truthOfLogic(
    tree.logic,
    tree.leaves.map((leaf) => leaf.compiled.judge(record).truth),
  );
}

/** The verdict of one criterion with everything that a reader needs to check it. */
export function judgeCriterion(
  compiled: CompiledCriterion,
  record: PreparedRecord,
  document: Pick<CompiledDocument, "words">,
  language: Language = "en",
): CriterionVerdict {
  const { tree, criterion } = compiled;
  const outcomes = tree.leaves.map((leaf) => leaf.compiled.judge(record));
  const truth = truthOfLogic(
    tree.logic,
    outcomes.map((outcome) => outcome.truth),
  );
  return {
    criterion: criterion.id,
    type: criterion.type,
    verdict: verdictOfTruth[truth],
    evidence: evidenceOf(tree, outcomes, truth, record.person, document.words[language]),
    missing: truth === "unknown" ? askNext(tree, outcomes, document.words) : null,
    distance: nearestDistance(tree, outcomes, truth),
    rule: ruleVersion,
  };
}

/**
 * Whether a patient may take part: no when surely dead at the index date, when an inclusion is not met or an exclusion is;
 * yes when every inclusion is met and no exclusion; unknown otherwise.
 */
export function eligibilityOf(
  verdicts: readonly Pick<CriterionVerdict, "type" | "verdict">[],
  record: Pick<PreparedRecord, "person" | "asOf">,
): Eligibility {
  const { death } = record.person;
  if (death !== null && spanOf(death).hi <= record.asOf) return "no";
  let isOpen = false;
  for (const { type, verdict } of verdicts) {
    if (verdict === (type === "inclusion" ? "not-met" : "met")) return "no";
    if (verdict === "unknown") isOpen = true;
  }
  return isOpen ? "unknown" : "yes";
}

/** Evaluates a compiled document for one record. */
export function evaluateCompiled(
  document: CompiledDocument,
  record: PatientRecord,
  options: EvaluateOptions,
): PatientVerdicts {
  const prepared = prepareRecord(record, exactDay(options.asOf));
  const verdicts = document.criteria.map((criterion) =>
    judgeCriterion(criterion, prepared, document, options.language),
  );
  return { patient: record.person.id, asOf: options.asOf, verdicts, eligible: eligibilityOf(verdicts, prepared) };
}

const compiledDocuments = new WeakMap<Terminology, WeakMap<CriteriaDocument, CompiledDocument>>();

/**
 * Evaluates every criterion of a document for one patient at an index date. The document is compiled on its first use and
 * kept as long as it lives; documents are values and are not to be changed in place.
 * Errors: RangeError where `asOf` is no whole date.
 */
export function evaluatePatient(
  document: CriteriaDocument,
  record: PatientRecord,
  terminology: Terminology,
  options: EvaluateOptions,
): PatientVerdicts {
  let ofTerminology = compiledDocuments.get(terminology);
  if (ofTerminology === undefined) {
    ofTerminology = new WeakMap();
    compiledDocuments.set(terminology, ofTerminology);
  }
  let compiled = ofTerminology.get(document);
  if (compiled === undefined) {
    compiled = compileDocument(document, terminology);
    ofTerminology.set(document, compiled);
  }
  return evaluateCompiled(compiled, record, options);
}
