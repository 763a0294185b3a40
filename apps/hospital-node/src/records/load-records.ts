import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type PatientRecord, UnmappedCounter } from "@qinghao/clinical";
import { canonicalJson } from "@qinghao/data-space";
import type { Database } from "@qinghao/db";
import { listConcepts, listMappings, listRecordHashes, storeRecords } from "@qinghao/db/site";
import { readDictionary, rowsOf } from "@qinghao/trials/node";
import { codeResolver } from "@qinghao/trials/terminology";
import type { NodeKnowledge } from "../knowledge.ts";
import type { RecordSource } from "./record-source.ts";

/** Facts of one patient have order keys of their own: patient times this, and on. */
const factsPerPatient = 65_536;

/**
 * Reads the source and stores what is new or changed, some patients at a time; unchanged records are not touched.
 * @returns the data's version when something changed, null when nothing did
 */
export async function loadRecords(
  db: Database,
  source: RecordSource,
  { knowledge, identifiers }: Pick<NodeKnowledge, "knowledge" | "identifiers">,
): Promise<number | null> {
  const mappings = await listMappings(db);
  const before = await listRecordHashes(db);
  const dictionary = readDictionary(await listConcepts(db));
  const here = new Set<string>();
  const unmapped = new UnmappedCounter();

  async function* changed(): AsyncGenerator<{ key: string; hash: string; body: PatientRecord }[]> {
    for (const batch of source.read(codeResolver(knowledge, identifiers, mappings))) {
      unmapped.addAll(batch.unmapped);
      yield batch.records.flatMap((body) => {
        const key = body.person.id;
        if (here.has(key)) return [];
        here.add(key);
        const hash = createHash("sha256").update(canonicalJson(body)).digest("hex");
        return before.get(key)?.hash === hash ? [] : [{ key, hash, body }];
      });
      // Reading holds the process: queries and pages come in between.
      await nextTurn();
    }
  }
  return storeRecords(db, {
    records: changed(),
    gone: () => [...before.keys()].filter((key) => !here.has(key)),
    unmapped: () => unmapped.rows(),
    rowsOf: (body, patient) =>
      rowsOf([body], dictionary, { firstPatient: patient, firstSeq: patient * factsPerPatient }),
    codes: () => dictionary.entries(),
  });
}
