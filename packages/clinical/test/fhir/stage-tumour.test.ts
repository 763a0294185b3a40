import { describe, expect, it } from "vitest";
import { readFhir } from "../../src/fhir/index.ts";
import { readOmop } from "../../src/omop/index.ts";
import type { CodeResolver } from "../../src/resolver.ts";

const resolver: CodeResolver = {
  resolve: (codes, kind) => {
    const found = codes.find(({ code }) => kind === "condition" && code.startsWith("C"));
    return found === undefined ? null : { concept: `ICD10CM:${found.code}`, via: "code" };
  },
  labItem: () => null,
};

const icd = (code: string) => ({ coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code }] });
const subject = { reference: "Patient/p" };
const cancer = (id: string, code: string, more: object = {}) => ({
  resourceType: "Condition",
  id,
  subject,
  code: icd(code),
  ...more,
});
const stageGroup = (id: string, more: object = {}) => ({
  resourceType: "Observation",
  id,
  status: "final",
  subject,
  code: { coding: [{ system: "http://loinc.org", code: "21908-9" }] },
  effectiveDateTime: "2025-02-03",
  valueCodeableConcept: { text: "Stage IIIB" },
  ...more,
});
const tumours = (...resources: object[]) =>
  readFhir(resources, resolver).records.flatMap(({ facts }) =>
    facts.filter(({ kind }) => kind === "stage").map(({ concept, tumour }) => [concept, tumour]),
  );

describe("the tumour of a stage, FHIR", () => {
  it("is the condition in the observation's focus, as mCODE has it", () => {
    const focus = [{ reference: "Condition/1" }];
    // The two resources share an id: a reference names the type too.
    expect(tumours(stageGroup("1", { focus }), cancer("1", "C34.1"), cancer("2", "C50.9"))).toEqual([
      ["STAGE:IIIB", "ICD10CM:C34.1"],
    ]);
  });
  it("is the condition that names the observation as its stage's assessment", () => {
    const stage = [{ assessment: [{ reference: "Observation/o" }] }];
    expect(tumours(stageGroup("o"), cancer("1", "C34.1", { stage }))).toEqual([["STAGE:IIIB", "ICD10CM:C34.1"]]);
  });
  it("is the condition whose stage it is", () => {
    const stage = [{ summary: { text: "Stage IV" } }];
    expect(tumours(cancer("1", "C34.1", { stage }))).toEqual([["STAGE:IV", "ICD10CM:C34.1"]]);
  });
  it("is not made up where nothing says so", () => {
    expect(tumours(stageGroup("o"), cancer("1", "C34.1"))).toEqual([["STAGE:IIIB", undefined]]);
    expect(tumours(stageGroup("o", { focus: [{ reference: "Condition/none" }] }))).toEqual([["STAGE:IIIB", undefined]]);
    expect(tumours(stageGroup("o", { focus: [{ reference: "Condition/1" }] }), cancer("1", "?"))).toEqual([
      ["STAGE:IIIB", undefined],
    ]);
  });
});

describe("the tumour of a stage, OMOP", () => {
  const concept = (concept_id: string, concept_code: string, vocabulary_id: string) => ({
    concept_id,
    concept_code,
    vocabulary_id,
    concept_name: concept_code,
    domain_id: "",
  });
  const read = (link: Record<string, string>) =>
    readOmop(
      (table) =>
        ({
          person: [{ person_id: "1", year_of_birth: "1960" }],
          concept: [
            concept("11", "C34.1", "ICD10CM"),
            concept("12", "21908-9", "LOINC"),
            concept("13", "IIIB", "AJCC"),
          ],
          condition_occurrence: [
            {
              condition_occurrence_id: "7",
              person_id: "1",
              condition_concept_id: "11",
              condition_start_date: "2025-01-01",
            },
          ],
          measurement: [
            {
              measurement_id: "1",
              person_id: "1",
              measurement_concept_id: "12",
              measurement_date: "2025-02-03",
              value_source_value: "Stage IIIB",
              ...link,
            },
          ],
        })[table] ?? [],
      resolver,
    )
      .records.flatMap(({ facts }) => facts)
      .filter(({ kind }) => kind === "stage")
      .map(({ concept: stage, tumour }) => [stage, tumour]);

  it("is the condition that the event columns name", () => {
    expect(read({ measurement_event_id: "7", meas_event_field_concept_id: "1147127" })).toEqual([
      ["STAGE:IIIB", "ICD10CM:C34.1"],
    ]);
  });
  it("is not another table's row of the same number", () => {
    expect(read({ measurement_event_id: "7", meas_event_field_concept_id: "1147094" })).toEqual([
      ["STAGE:IIIB", undefined],
    ]);
    expect(read({})).toEqual([["STAGE:IIIB", undefined]]);
  });
});
