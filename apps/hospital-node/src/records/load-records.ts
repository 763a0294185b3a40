import { createHash } from "node:crypto";
import type { PatientRecord } from "@qinghao/clinical";
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
 * Reads the source and stores what is new or changed; unchanged records are not touched.
 * @returns the data's version when something changed, null when nothing did
 */
export async function loadRecords(
  db: Database,
  source: RecordSource,
  { knowledge, identifiers }: Pick<NodeKnowledge, "knowledge" | "identifiers">,
): Promise<number | null> {
  const mappings = await listMappings(db);
  const { records, unmapped } = await source.read(codeResolver(knowledge, identifiers, mappings));
  const before = await listRecordHashes(db);
  const here = new Set<string>();
  const changed: { key: string; hash: string; body: PatientRecord }[] = [];
  for (const body of records) {
    const key = body.person.id;
    if (here.has(key)) continue;
    here.add(key);
    const hash = createHash("sha256").update(canonicalJson(body)).digest("hex");
    if (before.get(key)?.hash !== hash) changed.push({ key, hash, body });
  }
  const gone = [...before.keys()].filter((key) => !here.has(key));
  if (changed.length === 0 && gone.length === 0) return null;
  const dictionary = readDictionary(await listConcepts(db));
  return storeRecords(db, {
    records: changed,
    gone,
    unmapped,
    rowsOf: (body, patient) =>
      rowsOf([body], dictionary, { firstPatient: patient, firstSeq: patient * factsPerPatient }),
    codes: () => dictionary.entries(),
  });
}
