import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { CodeResolver } from "@qinghao/clinical";
import type { Knowledge } from "@qinghao/knowledge";
import { beforeAll, describe, expect, test } from "vitest";
import { detectFormat, type ImportedTrial, importTrial, readRegistryAge } from "../../src/import/index.ts";
import { codeResolver, criterionSchema, indexIdentifiers } from "../../src/index.ts";
import { openWholeKnowledge } from "../terminology/open-knowledge.ts";

const trials = path.resolve(import.meta.dirname, "../../../../../shared/datasets/trials");
const isHere = existsSync(trials);
if (!isHere) console.log("Not run on real records: ../shared/datasets/trials is not here.");
const file = (name: string) => {
  const bytes = readFileSync(path.join(trials, name));
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
};

let tools: { knowledge: Knowledge; resolver: CodeResolver };
beforeAll(async () => {
  const knowledge = await openWholeKnowledge();
  tools = { knowledge, resolver: codeResolver(knowledge, indexIdentifiers(knowledge)) };
}, 120_000);

/** Whatever the format: places hold, criteria are valid, every stretch of text is a criterion or is still to be read. */
function isWhole(trial: ImportedTrial): void {
  for (const criterion of trial.criteria) {
    criterionSchema.parse(criterion);
    expect(trial.text.slice(criterion.start, criterion.end)).toBe(criterion.text);
  }
  const covered = [...trial.criteria, ...trial.unread].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of covered) {
    expect(trial.text.slice(at, start).trim()).toBe("");
    at = end;
  }
  expect(trial.text.slice(at).trim()).toBe("");
}

describe("registry ages", () => {
  test.each([
    ["18 Years", { value: 18, unit: "year" }],
    ["6 Months", { value: 6, unit: "month" }],
    ["1 Day", { value: 1, unit: "day" }],
    ["12 Hours", { value: 0.5, unit: "day" }],
    ["N/A", null],
    [undefined, null],
  ])("%s", (text, age) => expect(readRegistryAge(text)).toEqual(age));
});

describe.skipIf(!isHere)("records as registries publish them", () => {
  test("forty studies of the ClinicalTrials.gov API", () => {
    const lines = file("ctgov_records/studies_v2.ndjson.gz").trim().split("\n");
    for (const line of lines) {
      expect(detectFormat(line)).toBe("ctgov");
      const trial = importTrial(line, "auto", tools);
      isWhole(trial);
      expect(trial.id).toMatch(/^NCT\d{8}$/);
      const { minimumAge, maximumAge, sex } = JSON.parse(line).protocolSection.eligibilityModule;
      const stated =
        [minimumAge, maximumAge].filter((age) => readRegistryAge(age) !== null).length +
        (/FEMALE|^MALE/.test(sex) ? 1 : 0);
      expect(trial.criteria).toHaveLength(stated);
    }
    expect(lines).toHaveLength(40);
  });
  test("one study in both formats of the registry says the same", () => {
    const json = importTrial(file("ctgov_records/NCT02513394.json.gz"), "auto", tools);
    const xml = importTrial(file("ctgov_records/NCT02513394.xml"), "auto", tools);
    isWhole(json);
    isWhole(xml);
    expect(xml.id).toBe(json.id);
    expect(xml.criteria.map(({ tree }) => tree)).toEqual(json.criteria.map(({ tree }) => tree));
    expect(xml.text).toContain("ECOG performance status 0-1");
  });
  test("CTML trials: every leaf becomes a node, what has no counterpart is noted", () => {
    const folder = path.join(trials, "matchminer_ctml/integration_trials");
    let variants = 0;
    for (const name of readdirSync(folder)) {
      const trial = importTrial(readFileSync(path.join(folder, name), "utf8"), "ctml", tools);
      isWhole(trial);
      variants += JSON.stringify(trial.criteria).split('"kind":"variant"').length - 1;
      const texts = JSON.stringify(trial.criteria.map(({ tree }) => tree)).split('"kind":"text"').length - 1;
      expect(trial.criteria.flatMap(({ notes }) => notes)).toHaveLength(texts);
    }
    expect(variants).toBeGreaterThan(20);
  });
});

test("CTML: comparison, negation and alternatives", () => {
  const ctml = {
    protocol_no: "00-001",
    treatment_list: {
      step: [
        {
          step_code: "1",
          arm: [
            {
              arm_code: "A",
              match: [
                {
                  and: [
                    { clinical: { age_numerical: "<0.5", oncotree_primary_diagnosis: "!Melanoma" } },
                    {
                      or: [
                        {
                          genomic: {
                            hugo_symbol: "BRAF",
                            variant_category: "Mutation",
                            wildcard_protein_change: "p.V600",
                          },
                        },
                        { genomic: { hugo_symbol: "NRAS", variant_category: "!Mutation", protein_change: "p.G12D" } },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  };
  const [criterion] = importTrial(JSON.stringify(ctml), "auto", tools).criteria;
  expect(criterion!.tree).toMatchObject({
    kind: "all",
    of: [
      {
        kind: "all",
        of: [
          { kind: "age", range: { max: 6, maxExclusive: true }, unit: "month" },
          { kind: "not", of: { kind: "condition", concepts: { of: [{ id: "MONDO:0005105" }] } } },
        ],
      },
      {
        kind: "any",
        of: [
          { kind: "variant", gene: { id: "HGNC:1097" }, alterations: ["V600"], status: "positive" },
          { kind: "not", of: { kind: "variant", gene: { id: "HGNC:7989" }, alterations: ["G12D"] } },
        ],
      },
    ],
  });
});

test("USDM: criteria in their chain's order, texts from criterion items, tags replaced", () => {
  const usdm = {
    study: {
      name: "S1",
      versions: [
        {
          titles: [{ text: "A study" }],
          eligibilityCriterionItems: [
            { id: "i1", text: '<p>Age at least <usdm:tag name="min"/> years</p>' },
            { id: "i2", text: "<p>Pregnancy</p>" },
          ],
          dictionaries: [{ id: "d", parameterMaps: [{ tag: "min", reference: "18" }] }],
          studyDesigns: [
            {
              eligibilityCriteria: [
                { id: "c2", category: { code: "C25370" }, criterionItemId: "i2", previousId: "c1" },
                { id: "c1", category: { code: "C25532" }, criterionItemId: "i1", nextId: "c2" },
              ],
            },
          ],
        },
      ],
    },
  };
  const trial = importTrial(JSON.stringify(usdm), "auto", tools);
  isWhole(trial);
  expect(trial.unread.map(({ start, end, type }) => [type, trial.text.slice(start, end)])).toEqual([
    ["inclusion", "Age at least 18 years"],
    ["exclusion", "Pregnancy"],
  ]);
});

test("FHIR Group: ages, codes, laboratory values, exclusions", () => {
  const group = {
    resourceType: "Group",
    id: "g",
    type: "person",
    actual: false,
    characteristic: [
      {
        code: { coding: [{ system: "http://loinc.org", code: "30525-0" }], text: "Age" },
        valueRange: { low: { value: 18, unit: "years", code: "a" }, high: { value: 75, unit: "years", code: "a" } },
        exclude: false,
      },
      {
        code: { coding: [{ system: "http://loinc.org", code: "2160-0" }], text: "Creatinine" },
        valueQuantity: { value: 1.5, comparator: ">", unit: "mg/dL", code: "mg/dL" },
        exclude: true,
      },
      {
        code: { text: "Diagnosis" },
        valueCodeableConcept: {
          coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "E11.9", display: "Type 2 diabetes" }],
        },
        exclude: false,
      },
      { code: { text: "Likes music" }, valueBoolean: true, exclude: false },
    ],
  };
  const trial = importTrial(JSON.stringify(group), "auto", tools);
  isWhole(trial);
  expect(trial.criteria.map(({ type, tree, computable }) => [type, computable, tree])).toMatchObject([
    ["inclusion", "full", { kind: "age", range: { min: 18, max: 75 }, unit: "year" }],
    [
      "exclusion",
      "full",
      { kind: "measurement", item: { id: "LAB:creatinine" }, range: { min: 1.5, minExclusive: true }, unit: "mg/dL" },
    ],
    ["inclusion", "full", { kind: "condition", concepts: { of: [{ id: "ICD10CM:E11.9" }] } }],
    ["inclusion", "none", { kind: "text" }],
  ]);
});

describe("bad files say what is wrong and where", () => {
  test.each([
    ["broken JSON", "{", "ctgov", "not valid JSON"],
    ["another kind of JSON", '{"a": 1}', "auto", "not recognised"],
    [
      "a record without its number",
      '{"protocolSection": {"identificationModule": {}}}',
      "auto",
      "protocolSection.identificationModule.nctId",
    ],
    ["XML that declares entities", '<!DOCTYPE x [<!ENTITY a "b">]><clinical_study/>', "auto", "declares entities"],
    ["nothing", "  ", "text", "No eligibility criteria"],
  ] as const)("%s", (_, content, format, words) => {
    expect(() => importTrial(content, format, tools)).toThrow(words);
  });
});
