import type { PatientRecord } from "@qinghao/clinical";
import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import type { Tree } from "../criteria/tree.schema.ts";
import { compileCriterion, compileDocument } from "../evaluate/compile-document.ts";
import { compileLeaf } from "../evaluate/compile-tree.ts";
import { evaluateCompiled, truthOfCriterion } from "../evaluate/evaluate-patient.ts";
import { prepareRecord } from "../evaluate/prepared-record.ts";
import type { Terminology } from "../terminology.ts";
import type { Witness } from "./finding.ts";
import type { Literal } from "./literals.ts";
import { lintDate, lintDay } from "./made-up-patient.ts";

/** Whether a made-up patient surely does what a literal demands. */
export function isSatisfied({ leaf, isWanted }: Literal, record: PatientRecord, terminology: Terminology): boolean {
  const { truth } = compileLeaf(leaf, terminology).judge(prepareRecord(record, lintDay));
  return truth === (isWanted ? "true" : "false");
}

/** For which made-up patients it is certain that they do what a tree demands. */
export function satisfying(
  criterion: Criterion,
  tree: Tree,
  isWanted: boolean,
  records: readonly PatientRecord[],
  terminology: Terminology,
): boolean[] {
  const compiled = compileCriterion({ ...criterion, tree }, terminology);
  const truth = isWanted ? "true" : "false";
  return records.map((record) => truthOfCriterion(compiled, prepareRecord(record, lintDay)) === truth);
}

/** What the engine says of a made-up patient and the criteria at issue. */
export function witnessOf(
  record: PatientRecord,
  criteria: readonly Criterion[],
  document: CriteriaDocument,
  terminology: Terminology,
): Witness {
  const compiled = compileDocument({ ...document, criteria: [...criteria] }, terminology);
  const { verdicts, eligible } = evaluateCompiled(compiled, record, { asOf: lintDate });
  return {
    record,
    asOf: lintDate,
    verdicts: verdicts.map(({ criterion, verdict }) => ({ criterion, verdict })),
    eligible,
  };
}
