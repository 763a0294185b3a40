import { describe, expect, it } from "vitest";
import { readFhir, writeFhir } from "../../src/fhir/index.ts";
import type { CodeResolver } from "../../src/resolver.ts";
import type { Fact } from "../../src/schema.ts";

const resolver: CodeResolver = {
  resolve: (codes) => (codes[0] === undefined ? null : { concept: codes[0].code, via: "code" }),
  labItem: () => null,
};
const subject = { reference: "Patient/p" };
const coded = (code: string, display?: string) => ({
  coding: [{ system: "urn:x", code, ...(display ? { display } : {}) }],
});
const factsOf = (...resources: object[]): Fact[] => readFhir(resources, resolver).records.flatMap(({ facts }) => facts);
const result = (more: object) => ({
  resourceType: "Observation",
  id: "o",
  status: "final",
  subject,
  code: coded("LAB:triglycerides"),
  valueQuantity: { value: 2, unit: "mmol/L" },
  ...more,
});
const fastingOf = (...resources: object[]) => factsOf(...resources).map(({ fasting }) => fasting);

describe("whether a sample was taken fasting", () => {
  it("is not made up", () => expect(fastingOf(result({}))).toEqual([undefined]));
  it("is what the Specimen says (HL7 table 0916)", () => {
    const specimen = (code: string) => ({
      resourceType: "Specimen",
      id: "s",
      collection: { fastingStatusCodeableConcept: coded(code) },
    });
    const given = result({ specimen: { reference: "Specimen/s" } });
    expect(fastingOf(given, specimen("F"))).toEqual([true]);
    expect(fastingOf(given, specimen("NF"))).toEqual([false]);
    expect(fastingOf(given, specimen("NG"))).toEqual([undefined]);
  });
  it("is what a component says (LOINC 49541-6), which is no result of its own", () => {
    const component = [{ code: coded("49541-6"), valueCodeableConcept: coded("LA33-6", "Yes") }];
    expect(fastingOf(result({ component }))).toEqual([true]);
  });
  it("is what the test's own name says, in English and Chinese", () => {
    const named = (display: string) => fastingOf(result({ code: coded("LAB:triglycerides", display) }));
    expect(named("Triglyceride [Moles/volume] in Serum or Plasma --fasting")).toEqual([true]);
    expect(named("空腹甘油三酯")).toEqual([true]);
    expect(named("非空腹甘油三酯")).toEqual([false]);
    expect(named("Triglycerides")).toEqual([undefined]);
  });
  it("makes glucose the item that is fasting glucose", () => {
    const component = [{ code: coded("49541-6"), valueBoolean: true }];
    expect(factsOf(result({ code: coded("LAB:glucose"), component })).map(({ concept }) => concept)).toEqual([
      "LAB:glucose-fasting",
    ]);
    expect(factsOf(result({ code: coded("LAB:glucose") })).map(({ concept }) => concept)).toEqual(["LAB:glucose"]);
  });
});

const intent = (...codes: string[]) => ({
  extension: codes.map((code) => ({
    url: "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent",
    valueCodeableConcept: { coding: [{ system: "http://snomed.info/sct", code }] },
  })),
});

describe("what a treatment is for", () => {
  const drug = (more: object) => ({
    resourceType: "MedicationStatement",
    id: "m",
    status: "completed",
    subject,
    medicationCodeableConcept: coded("DRUG:cisplatin"),
    ...more,
  });
  const intentOf = (more: object) => factsOf(drug(more)).map((fact) => fact.intent);
  it("is mCODE's extension, before and after surgery above curative", () => {
    expect(intentOf(intent("373846009"))).toEqual(["adjuvant"]);
    expect(intentOf(intent("373808002", "373847000"))).toEqual(["neoadjuvant"]);
    expect(intentOf({})).toEqual([undefined]);
  });
  it("is a category with such a code", () =>
    expect(intentOf({ category: coded("363676003") })).toEqual(["palliative"]));
  it("is written and read back, of drugs and procedures, with how a sample was taken", () => {
    const facts = factsOf(
      drug(intent("373847000")),
      {
        resourceType: "Procedure",
        id: "q",
        status: "completed",
        subject,
        code: coded("PROC:x"),
        ...intent("373846009"),
      },
      result({ component: [{ code: coded("49541-6"), valueBoolean: false }] }),
    );
    const person = { id: "p", sex: "unknown" as const, birth: null, death: null };
    const source = { table: "Patient", row: "p" };
    const written = writeFhir({ person: { ...person, observed: { from: null, to: null }, source }, facts });
    const told = (all: readonly Fact[]) => all.map(({ kind, intent: of, fasting }) => [kind, of, fasting]);
    expect(told(factsOf(...written))).toEqual(told(facts));
    expect(told(facts)).toEqual([
      ["drug", "neoadjuvant", undefined],
      ["procedure", "adjuvant", undefined],
      ["measurement", undefined, false],
    ]);
  });
});

describe("orders of procedures", () => {
  const order = (more: object) => ({
    resourceType: "ServiceRequest",
    id: "r",
    status: "active",
    intent: "order",
    subject,
    code: coded("PROC:bypass"),
    occurrenceDateTime: "2025-03-01",
    ...more,
  });
  it("that are open are plans for their day", () => {
    expect(factsOf(order({}))).toMatchObject([
      { kind: "procedure", concept: "PROC:bypass", assertion: "planned", start: "2025-03-01" },
    ]);
  });
  it("that are carried out, revoked or ask for a test are counted and make no plan", () => {
    for (const more of [{ status: "completed" }, { status: "revoked" }, { category: [coded("laboratory")] }]) {
      const { records, unmapped } = readFhir([order(more)], resolver);
      expect(records).toEqual([]);
      expect(unmapped).toMatchObject([{ what: "row", system: "ServiceRequest", count: 1 }]);
    }
  });
});
