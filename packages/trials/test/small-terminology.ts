import type { LabItem } from "@qinghao/clinical";
import type { ConceptSet } from "../src/criteria/ranges.schema.ts";
import type { Terminology } from "../src/terminology.ts";

/** Parent of each concept of a world small enough to read. `BROAD:cancer-of-chest` covers more than lung cancer. */
const parents: Readonly<Record<string, string>> = {
  "D:nsclc": "D:lung-cancer",
  "D:sclc": "D:lung-cancer",
  "D:cancer": "MONDO:0004992",
  "D:lung-cancer": "D:cancer",
  "D:breast-cancer": "D:cancer",
  "D:type-2-diabetes": "D:diabetes",
  "D:type-1-diabetes": "D:diabetes",
  "DRUG:cisplatin": "DRUG:platinum",
  "DRUG:carboplatin": "DRUG:platinum",
  "PROC:lobectomy": "PROC:surgery",
};

const broader: Readonly<Record<string, readonly string[]>> = {
  "BROAD:cancer-of-chest": ["D:lung-cancer", "D:nsclc", "D:sclc"],
};

const names: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  "D:nsclc": ["non-small cell lung cancer", "非小细胞肺癌"],
  "D:lung-cancer": ["lung cancer", "肺癌"],
  "D:cancer": ["cancer", "恶性肿瘤"],
  "D:diabetes": ["diabetes", "糖尿病"],
  "DRUG:platinum": ["platinum compounds", "铂类药物"],
  "DRUG:cisplatin": ["cisplatin", "顺铂"],
  "LAB:haemoglobin": ["haemoglobin", "血红蛋白"],
  "LAB:creatinine": ["creatinine", "肌酐"],
  "LAB:alt": ["ALT", "丙氨酸氨基转移酶"],
  "GENE:egfr": ["EGFR", "EGFR"],
};

const item = (concept: string, canonicalUnit: string, conventionalUnit: string, factor: number): [string, LabItem] => [
  concept,
  { concept, canonicalUnit, conventionalUnit, conventionalFactor: factor },
];

const labItems = new Map<string, LabItem>([
  item("LAB:haemoglobin", "g/L", "g/dL", 10),
  item("LAB:creatinine", "umol/L", "mg/dL", 88.4),
  item("LAB:alt", "U/L", "U/L", 1),
  item("LAB:ast", "U/L", "U/L", 1),
  item("LAB:platelets", "10*9/L", "10*3/uL", 1),
  item("LAB:neutrophils", "10*9/L", "10*3/uL", 1),
  item("LAB:bilirubin-total", "umol/L", "mg/dL", 17.1),
  item("LAB:albumin", "g/L", "g/dL", 10),
  item("LAB:inr", "1", "1", 1),
  item("LAB:body-weight", "kg", "kg", 1),
  item("LAB:body-height", "m", "cm", 0.01),
  item("LAB:body-temperature", "Cel", "Cel", 1),
  item("LAB:qt-interval", "ms", "ms", 1),
  item("LAB:heart-rate", "/min", "/min", 1),
]);

function withDescendants(id: string): string[] {
  const below = Object.keys(parents).filter((child) => parents[child] === id);
  return [id, ...below.flatMap(withDescendants)];
}

function members({ of, except = [], descendants = true }: ConceptSet): Set<string> {
  const found = new Set(of.flatMap(({ id }) => (descendants ? withDescendants(id) : [id])));
  for (const { id } of except) for (const one of withDescendants(id)) found.delete(one);
  return found;
}

function mayBeMembers(set: ConceptSet): Set<string> {
  const certain = members(set);
  return new Set(Object.keys(broader).filter((broad) => broader[broad]!.some((one) => certain.has(one))));
}

const known = new Set([
  ...Object.keys(parents),
  ...Object.values(parents),
  ...Object.keys(broader),
  ...Object.keys(names),
  ...labItems.keys(),
]);

/** The terminology of the spec tables and the random cases. */
export const smallTerminology: Terminology = {
  members,
  mayBeMembers,
  has: (id) => known.has(id),
  name: (id, language) => names[id]?.[language === "zh" ? 1 : 0] ?? id,
  labItem: (id) => labItems.get(id) ?? null,
};
