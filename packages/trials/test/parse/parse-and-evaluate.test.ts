import { readFhir } from "@qinghao/clinical";
import { describe, expect, test } from "vitest";
import { codeResolver, evaluatePatient, indexIdentifiers, terminologyOf } from "../../src/index.ts";
import { parseCriteria } from "../../src/parse/parse-criteria.ts";
import { documentOf } from "../evaluate/one-criterion.ts";
import { builtPacks } from "./knowledge-packs.ts";

const knowledge = builtPacks();
const asOf = "2026-01-31";

// Identifiers of the drugs in RxNorm: carboplatin 40048, gefitinib 328134, clopidogrel 32968, nivolumab 1597876.
const given = (rxnorm: string, date: string) => ({
  resourceType: "MedicationAdministration",
  id: "m",
  status: "completed",
  subject: { reference: "Patient/p" },
  medicationCodeableConcept: { coding: [{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code: rxnorm }] },
  effectiveDateTime: date,
});
const patient = { resourceType: "Patient", id: "p", gender: "female", birthDate: "1960-04-01" };

describe.skipIf(knowledge === null)("from the text of a criterion to the verdict on a FHIR record", () => {
  const terminology = terminologyOf(knowledge!);
  const resolver = codeResolver(knowledge!, indexIdentifiers(knowledge!));
  const rows: readonly (readonly [string, string, string, string])[] = [
    ["Prior chemotherapy", "40048", "2025-11-03", "met"],
    ["Chemotherapy within 4 weeks", "40048", "2025-11-03", "unknown"],
    ["Prior chemotherapy", "328134", "2025-11-03", "unknown"],
    ["Prior targeted therapy", "328134", "2025-11-03", "met"],
    ["Prior immunotherapy", "1597876", "2025-11-03", "met"],
    ["Antiplatelet therapy within 4 weeks", "32968", "2026-01-20", "met"],
    ["既往接受过化疗", "40048", "2025-11-03", "met"],
  ];
  test.each(rows)("%s: RxNorm %s on %s is %s", (text, rxnorm, date, verdict) => {
    const lang = /\p{Script=Han}/u.test(text) ? "zh" : "en";
    const heading = lang === "zh" ? "排除标准：" : "Exclusion criteria:";
    const { criteria } = parseCriteria(`${heading}\n\n1. ${text}`, { knowledge: knowledge!, lang });
    const { records } = readFhir([patient, given(rxnorm, date)], resolver);
    const document = documentOf(criteria.map(({ tree }) => tree));
    const { verdicts } = evaluatePatient(document, records[0]!, terminology, { asOf });
    expect(verdicts.map((one) => one.verdict)).toEqual([verdict]);
  });
});
