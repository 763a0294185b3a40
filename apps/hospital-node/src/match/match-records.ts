import type { Match, StoredRecord } from "@qinghao/db/site";
import { type CompiledDocument, evaluateCompiled } from "@qinghao/trials/evaluate";

/** Verdicts of some records by the reference engine, with their evidence, ready for the worklist. */
export function matchRecords(document: CompiledDocument, records: readonly StoredRecord[], asOf: string): Match[] {
  return records.map(({ patient, version, body }) => {
    const { verdicts, eligible } = evaluateCompiled(document, body, { asOf });
    const favourable = verdicts.filter(({ type, verdict }) => verdict === (type === "inclusion" ? "met" : "not-met"));
    const share = verdicts.length === 0 ? 1 : favourable.length / verdicts.length;
    const score = (eligible === "yes" ? 1 : 0) + share;
    return { patient, key: body.person.id, eligible, score, verdicts: [...verdicts], version };
  });
}
