import { existsSync } from "node:fs";
import path from "node:path";
import type { CodeResolver, ReadOutcome } from "@qinghao/clinical";
import { readPatientPath } from "@qinghao/clinical/node";
import { factSchema, personSchema } from "@qinghao/clinical/schema";
import { beforeAll, describe, expect, test } from "vitest";
import { codeResolver, indexIdentifiers } from "../../src/index.ts";
import { openWholeKnowledge } from "./open-knowledge.ts";

const patients = path.resolve(import.meta.dirname, "../../../../../shared/datasets/patients");
const isHere = existsSync(patients);
if (!isHere) console.log("Not run: ../shared/datasets/patients is not here.");

let resolver: CodeResolver;
beforeAll(async () => {
  const knowledge = await openWholeKnowledge();
  resolver = codeResolver(knowledge, indexIdentifiers(knowledge));
}, 120_000);

const valid = ({ records }: ReadOutcome) => {
  for (const { person, facts } of records) {
    personSchema.parse(person);
    for (const fact of facts) factSchema.parse(fact);
  }
};

describe.skipIf(!isHere)("real files of others become valid facts", () => {
  test("Synthea FHIR bundles", () => {
    const outcome = readPatientPath(path.join(patients, "synthea_fhir_r4"), resolver);
    expect(outcome.records).toHaveLength(120);
    valid(outcome);
    // Every coded fact that found no concept is in the list, with its count.
    const unresolved = outcome.records
      .flatMap(({ facts }) => facts)
      .filter(({ via, kind }) => via === "none" && kind !== "stage");
    const listed = outcome.unmapped.filter(({ what }) => what === "code").reduce((sum, { count }) => sum + count, 0);
    expect(listed).toBe(unresolved.length);
  }, 120_000);
  test("Synthea mCODE breast cancer: stages and receptors", () => {
    const outcome = readPatientPath(path.join(patients, "synthea_mcode_breast"), resolver);
    expect(outcome.records).toHaveLength(48);
    valid(outcome);
    const facts = outcome.records.flatMap((record) => record.facts);
    expect(facts.filter(({ kind, concept }) => kind === "stage" && concept?.startsWith("TNM:")).length).toBeGreaterThan(
      40,
    );
    expect(
      facts.filter(({ kind, concept }) => kind === "stage" && concept?.startsWith("STAGE:")).length,
    ).toBeGreaterThan(20);
    expect(facts.filter(({ kind, concept }) => kind === "variant" && concept === "HGNC:3430").length).toBeGreaterThan(
      5,
    );
  }, 120_000);
  test("OMOP CDM 5.4", () => {
    const outcome = readPatientPath(path.join(patients, "omop_synthea27nj_5.4"), resolver);
    expect(outcome.records).toHaveLength(28);
    valid(outcome);
    expect(
      outcome.records.flatMap(({ facts }) => facts).filter(({ kind }) => kind === "measurement").length,
    ).toBeGreaterThan(10_000);
  }, 120_000);
  test("bulk export and broken mCODE patients", () => {
    valid(readPatientPath(path.join(patients, "bulk_ndjson_10"), resolver));
    const broken = readPatientPath(path.join(patients, "mcode_service_examples"), resolver);
    valid(broken);
  }, 120_000);
});
