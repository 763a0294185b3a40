import { type SignedCriteria, type SiteQuery, sha256OfJson } from "@qinghao/data-space";
import type { CriteriaDocument, Criterion, Tree } from "@qinghao/trials/schema";

type Line = { id: string; type: Criterion["type"]; text: string; tree: Tree };

const lines: Line[] = [
  {
    id: "i1",
    type: "inclusion",
    text: "Aged 40 to 75 years.",
    tree: { kind: "age", range: { min: 40, max: 75 }, unit: "year" },
  },
  {
    id: "i2",
    type: "inclusion",
    text: "Type 2 diabetes.",
    tree: {
      kind: "condition",
      concepts: { of: [{ id: "MONDO:0005148", en: "type 2 diabetes mellitus", zh: "2型糖尿病" }] },
    },
  },
  {
    id: "i3",
    type: "inclusion",
    text: "Haemoglobin at least 100 g/L.",
    tree: {
      kind: "measurement",
      item: { id: "LAB:haemoglobin", en: "haemoglobin", zh: "血红蛋白" },
      expression: { type: "value" },
      range: { min: 100 },
      unit: "g/L",
    },
  },
  {
    id: "e1",
    type: "exclusion",
    text: "Creatinine above 150 umol/L.",
    tree: {
      kind: "measurement",
      item: { id: "LAB:creatinine", en: "creatinine", zh: "肌酐" },
      expression: { type: "value" },
      range: { min: 150, minExclusive: true },
      unit: "umol/L",
    },
  },
];

const text = lines.map((line) => line.text).join("\n");

/** Criteria of a made-up diabetes trial over what synthetic patients have. */
export const diabetesDocument: CriteriaDocument = {
  version: 1,
  source: { format: "text", language: "en", text },
  criteria: lines.map((line) => ({
    ...line,
    start: text.indexOf(line.text),
    end: text.indexOf(line.text) + line.text.length,
    computable: "full",
    notes: [],
  })),
};

export async function signedCriteria(): Promise<SignedCriteria> {
  return {
    trial: "trial_diabetes",
    title: "Made-up diabetes trial",
    version: 1,
    hash: await sha256OfJson(diabetesDocument),
    signatures: ["Chen", "Li"].map((person) => ({ person, at: "2026-01-01T00:00:00.000Z" })),
    document: diabetesDocument,
  };
}

export async function siteQuery(run: string, change: Partial<SiteQuery> = {}): Promise<SiteQuery> {
  return {
    version: 1,
    run,
    purpose: "feasibility",
    requester: "Sponsor",
    criteria: await signedCriteria(),
    asOf: new Date().toISOString().slice(0, 10),
    ask: {
      counts: true,
      funnel: diabetesDocument.criteria.map((criterion) => criterion.id),
      whatIf: true,
      loosened: [{ id: "younger", criterion: "i1", tree: { kind: "age", range: { min: 30, max: 75 }, unit: "year" } }],
      nearMisses: 0.1,
    },
    ...change,
  };
}
