import { readFileSync } from "node:fs";
import { exactDay, type PatientRecord } from "@qinghao/clinical";
import { generatePatients } from "@qinghao/clinical/synthetic";
import { KnowledgePack, openKnowledge } from "@qinghao/knowledge";
import { buildKnowledge, packFileOf, standardFolders } from "@qinghao/knowledge/node";
import { writeBenchReport } from "@qinghao/testing";
import {
  compileDocument,
  evaluateCompiled,
  prepareRecord,
  reevaluate,
  terminologyOf,
  truthOfCriterion,
} from "../src/index.ts";
import { lungCancerStudy } from "./evaluate/lung-cancer-study.ts";

/**
 * How many patients one core judges against a study of twenty criteria a second: whole verdicts with evidence, truths alone,
 * and re-matching after one new laboratory result. One evaluation is one patient and one study.
 */
const asOf = "2026-06-30";
const patients = 4000;
const folder = process.env.QINGHAO_KNOWLEDGE ?? (await buildKnowledge(standardFolders(process.env))).folder;
const packs = (["core", "share-alike"] as const).map(
  (name) => new KnowledgePack(readFileSync(packFileOf(folder, name))),
);
const terminology = terminologyOf(openKnowledge(packs));

const compiling = performance.now();
const document = compileDocument(lungCancerStudy, terminology);
const compileMs = Math.round(performance.now() - compiling);

const measured: Record<string, unknown> = { criteria: lungCancerStudy.criteria.length, patients, compileMs };
for (const flavour of ["cn", "us"] as const) {
  const records = [...generatePatients({ seed: 11, count: patients, flavour, asOf, setting: "hospital" })];
  const facts = records.reduce((sum, record) => sum + record.facts.length, 0);
  const verdicts = records.map((record) => evaluateCompiled(document, record, { asOf }));
  const day = exactDay(asOf);
  const changed = records.map(withNewResult);
  const spread = { met: 0, "not-met": 0, unknown: 0 };
  for (const one of verdicts) for (const { verdict } of one.verdicts) spread[verdict]++;
  const evaluated = records.map((_, index) => again(index).evaluated.length);
  measured[flavour] = {
    factsPerPatient: Math.round(facts / patients),
    verdicts: spread,
    evaluationsPerSecond: perSecond(() => {
      for (const record of records) evaluateCompiled(document, record, { asOf });
    }),
    truthsOnlyPerSecond: perSecond(() => {
      for (const record of records) {
        const prepared = prepareRecord(record, day);
        for (const criterion of document.criteria) truthOfCriterion(criterion, prepared);
      }
    }),
    reevaluationsPerSecond: perSecond(() => {
      for (let index = 0; index < patients; index++) again(index);
    }),
    criteriaEvaluatedAgain: evaluated.reduce((sum, count) => sum + count, 0) / patients,
  };

  function again(index: number) {
    const record = changed[index]!;
    return reevaluate(verdicts[index]!, { facts: [record.facts.at(-1)!] }, document, record);
  }
}
console.log(JSON.stringify(measured, null, 2));
writeBenchReport(import.meta.dirname, measured, "evaluate");

function withNewResult(record: PatientRecord): PatientRecord {
  const value = {
    type: "quantity",
    value: 88,
    unit: "g/L",
    ucum: "g/L",
    canonical: 88,
    canonicalUnit: "g/L",
    unitState: "canonical",
  } as const;
  const source = { table: "bench", row: "1" };
  const fact = {
    id: "new",
    patient: record.person.id,
    kind: "measurement",
    concept: "LAB:haemoglobin",
    via: "code",
    codes: [],
    assertion: "present",
    start: asOf,
    end: null,
    value,
    source,
  } as const;
  return { ...record, facts: [...record.facts, { ...fact, codes: [] }] };
}

/** Patients a second, the best of three passes. */
function perSecond(pass: () => void): number {
  let best = 0;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    pass();
    best = Math.max(best, (patients * 1000) / (performance.now() - start));
  }
  return Math.round(best);
}
