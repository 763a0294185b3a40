import type { PatientRecord } from "@qinghao/clinical";
import { testPostgres } from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../src/index.ts";
import {
  appendLog,
  type ChangedRecord,
  getCandidate,
  getLoad,
  listCandidates,
  listChangedPatients,
  listRecordHashes,
  listRecords,
  listUnmapped,
  type Match,
  migrateSite,
  moveCandidate,
  type PatientRows,
  putSiteTrial,
  readMemory,
  readRows,
  storeAnswer,
  storeMatches,
  storeRecords,
} from "../src/site/index.ts";

const record = (key: string, birth: string): PatientRecord => ({
  person: {
    id: key,
    sex: "female",
    birth,
    death: null,
    observed: { from: null, to: null },
    source: { table: "person", row: key },
  },
  facts: [],
});
const rowsOf = ({ person }: PatientRecord, patient: number): PatientRows => ({
  persons: [{ patient, key: person.id, sex: 1 }],
  facts: [factRow(patient)],
  sources: [{ seq: patient * 10, fact: "f", tbl: "t", row: "r" }],
});
const factRow = (patient: number) => ({
  patient,
  kind: 0,
  concept: 1,
  assertion: 0,
  start_lo: 1,
  start_hi: 1,
  end_lo: 1,
  end_hi: 1,
  end_state: 0,
  comparator: 0,
  value_state: 0,
  value_concept: 0,
  alteration: 0,
  tumour: 0,
  circumstance: 0,
  seq: patient * 10,
});

describe("a hospital's own database", () => {
  let db: Database;
  beforeAll(async () => {
    db = openDatabase(await testPostgres());
    await migrateSite(db);
  });
  afterAll(() => db.close());

  async function* inBatches(records: readonly ChangedRecord[]) {
    for (const one of records) yield [one];
  }
  const store = (people: Record<string, string>, gone: string[] = []) =>
    storeRecords(db, {
      records: inBatches(
        Object.entries(people).map(([key, birth]) => ({ key, hash: birth, body: record(key, birth) })),
      ),
      gone: () => gone,
      unmapped: () => [{ what: "code", system: "local", code: "X", reason: "no-concept", count: 2 }],
      rowsOf,
      codes: () => [[1, "MONDO:1"]],
    });

  test("keeps a patient's number, replaces what changed, and drops who is gone", async () => {
    expect(await getLoad(db)).toMatchObject({ version: 0, state: "empty" });
    expect(await store({ p1: "1960", p2: "1970", p3: "1980" })).toBe(1);
    const numbers = await listRecordHashes(db);
    expect(await store({ p2: "1971" }, ["p3"])).toBe(2);
    const after = await listRecordHashes(db);
    expect([after.get("p2")?.patient, after.has("p3"), after.get("p2")?.hash]).toEqual([
      numbers.get("p2")?.patient,
      false,
      "1971",
    ]);
    expect((await listRecords(db, await listChangedPatients(db, 1))).map(({ body }) => body.person.id)).toEqual(["p2"]);
    expect(await store({})).toBe(null);
    expect(await readRows(db, "fact", { from: 0, to: 100 })).toHaveLength(2);
    expect(await getLoad(db)).toMatchObject({ version: 2, people: 2, facts: 2 });
    expect(await listUnmapped(db)).toMatchObject([{ code: "X", count: 2 }]);
  });

  test("the worklist keeps what people decided when matching changes its mind", async () => {
    const trial = { id: "trial_x", hash: "h1" };
    await putSiteTrial(db, { ...trial, title: "X", version: 1, criteria: {}, asOf: "2026-01-01" });
    const match = (patient: number, eligible: Match["eligible"]): Match => ({
      patient,
      key: `p${patient}`,
      eligible,
      score: eligible === "yes" ? 2 : 1,
      verdicts: [],
      version: 1,
    });
    await storeMatches(db, trial, [match(1, "unknown"), match(2, "yes"), match(3, "no")]);
    const page = { status: null, offset: 0, limit: 10 };
    expect((await listCandidates(db, trial.id, page)).rows.map((row) => row.key)).toEqual(["p2", "p1"]);
    const of = { trial: trial.id, patient: 2 };
    await moveCandidate(db, of, { to: "in-review", person: "Chen", text: "" });
    await storeMatches(db, trial, [match(2, "no")]);
    const { candidate, events } = await getCandidate(db, trial.id, 2);
    expect([candidate.status, candidate.eligible, events.length]).toEqual(["in-review", "no", 1]);
    const wrong = moveCandidate(db, of, { to: "enrolled", person: "Chen", text: "" });
    await expect(wrong).rejects.toMatchObject({ code: "db.candidate.step" });
    expect((await listCandidates(db, trial.id, page)).byStatus).toEqual({ new: 1, "in-review": 1 });
  });

  test("lines of the log follow one another however many write at once", async () => {
    const write = () =>
      appendLog(db, async (last) => {
        const seq = (last?.seq ?? 0) + 1;
        return { seq, at: "t", previous: last?.hash ?? "", entry: {}, hash: `h${seq}` };
      });
    const lines = await Promise.all(Array.from({ length: 12 }, write));
    expect(lines.map((line) => line.seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });

  test("an answer is stored with its memory and its line, or not at all", async () => {
    const answer = (run: string, isBroken: boolean) =>
      storeAnswer(db, { run, question: "q" }, ({ sets }) => ({
        added: [{ people: new Uint8Array([1, 2, 255]), released: 10 + sets.length, isAnchor: true }],
        answer: { cells: [new Uint8Array([7])], release: { run } },
        line: async (last) => {
          if (isBroken) throw new Error("no line");
          const seq = (last?.seq ?? 0) + 1;
          return { seq, at: "t", previous: last?.hash ?? "", entry: {}, hash: `h${seq}` };
        },
        release: (logHash) => ({ run, logHash }),
      }));
    await expect(answer("r1", true)).rejects.toThrow();
    expect((await readMemory(db, "q")).sets).toEqual([]);
    expect(await answer("r1", false)).toMatchObject({ run: "r1" });
    const { sets, standing } = await readMemory(db, "q");
    expect(sets).toEqual([{ people: new Uint8Array([1, 2, 255]), released: 10, isAnchor: true }]);
    expect(standing).toEqual({ cells: [new Uint8Array([7])], release: { run: "r1" } });
  });
});
