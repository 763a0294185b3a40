import { beforeAll, describe, expect, test } from "vitest";
import { codeResolver, indexIdentifiers, terminologyOf } from "../../src/index.ts";
import type { Terminology } from "../../src/terminology.ts";
import { openWholeKnowledge } from "./open-knowledge.ts";

let terminology: Terminology;
let resolve: ReturnType<typeof codeResolver>["resolve"];
let labItem: Terminology["labItem"];

beforeAll(async () => {
  const knowledge = await openWholeKnowledge();
  terminology = terminologyOf(knowledge);
  labItem = terminology.labItem;
  resolve = codeResolver(knowledge, indexIdentifiers(knowledge), [
    { system: "his", code: "L0001", concept: "LAB:creatinine" },
    { system: "his", code: "L0002", concept: null },
  ]).resolve;
}, 120_000);

const one = (id: string) => ({ of: [{ id }] });

describe("members", () => {
  test("a disease counts with its parts and with both countries' codes", () => {
    const members = terminology.members(one("MONDO:0008903"));
    for (const id of ["MONDO:0005233", "ICD10CN:C34.900", "ICD10CN:C34.100", "ICD10CM:C34.11"])
      expect(members, id).toContain(id);
    expect(members).not.toContain("ICD10CM:C50.911");
  });
  test("a code that covers more may be meant, and is not certain", () => {
    const set = one("MONDO:0005233");
    expect(terminology.members(set)).not.toContain("ICD10CN:C34.900");
    expect(terminology.mayBeMembers(set)).toContain("ICD10CN:C34.900");
  });
  test("an exception takes its part out", () => {
    const set = { of: [{ id: "MONDO:0008903" }], except: [{ id: "MONDO:0008433" }] };
    expect(terminology.members(set)).not.toContain("MONDO:0008433");
    expect(terminology.members(set)).toContain("MONDO:0005233");
  });
  test("a drug counts with its ATC code, a class with its drugs", () => {
    expect(terminology.members(one("DRUGBANK:DB09330"))).toContain("ATC:L01EB04");
    const tki = terminology.members(one("QHCLASS:egfr-tyrosine-kinase-inhibitor"));
    expect(tki).toContain("DRUGBANK:DB09330");
    expect(tki).toContain("ATC:L01EB04");
    expect(terminology.members(one("ATC:L01EB"))).toContain("DRUGBANK:DB09330");
  });
  test("without descendants only the id itself", () => {
    expect([...terminology.members({ of: [{ id: "MONDO:0008903" }], descendants: false })]).toEqual(["MONDO:0008903"]);
  });
});

describe("codes of sources", () => {
  const cases: [string, Parameters<typeof resolve>, string | undefined][] = [
    [
      "ICD-10-CM by FHIR's URI",
      [[{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "E11.9" }], "condition"],
      "ICD10CM:E11.9",
    ],
    ["a mainland extension code", [[{ system: "icd10-cn", code: "I10.x00x002" }], "condition"], "ICD10CN:I10.x00x002"],
    [
      "a hospital's longer code counts as the one above",
      [[{ system: "icd10-cn", code: "C34.900x777" }], "condition"],
      "ICD10CN:C34.900",
    ],
    ["LOINC", [[{ system: "http://loinc.org", code: "2160-0" }], "measurement"], "LAB:creatinine"],
    [
      "RxNorm of an ingredient",
      [[{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code: "11289" }], "drug"],
      "DRUGBANK:DB00682",
    ],
    [
      "a site's own mapping wins",
      [[{ system: "his", code: "L0001", display: "肌酐" }], "measurement"],
      "LAB:creatinine",
    ],
    ["a site's refusal stands", [[{ system: "his", code: "L0002", display: "肌酐" }], "measurement"], undefined],
    [
      "a display that is one name",
      [
        [{ system: "http://snomed.info/sct", code: "59621000", display: "Essential hypertension (disorder)" }],
        "condition",
      ],
      "MONDO:0001134",
    ],
    [
      "a display with more words decides nothing",
      [[{ system: "http://snomed.info/sct", code: "1", display: "Suspected lung cancer" }], "condition"],
      undefined,
    ],
    [
      "a product's name means its substance",
      [[{ system: "x", code: "1", display: "Simvastatin 20 MG Oral Tablet [Zocor]" }], "drug"],
      "DRUGBANK:DB00641",
    ],
    ["an unknown code", [[{ system: "his", code: "Z" }], "condition"], undefined],
  ];
  test.each(cases)("%s", (_, [codes, kind], concept) => {
    expect(resolve(codes, kind)?.concept).toBe(concept);
  });
});

test("laboratory items have a canonical unit and the step from the conventional one", () => {
  expect(labItem("LAB:creatinine")).toEqual({
    concept: "LAB:creatinine",
    canonicalUnit: "umol/L",
    conventionalUnit: "mg/dL",
    conventionalFactor: 88.4,
  });
  expect(labItem("MONDO:0005044")).toBeNull();
});
