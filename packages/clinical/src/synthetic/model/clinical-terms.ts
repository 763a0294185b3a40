import { type Code, factKinds } from "../../schema.ts";
import { codeSystems } from "../tables/code-systems.ts";
import { drugs } from "../tables/drugs.ts";
import { genes } from "../tables/genes.ts";
import type { LabRow } from "../tables/lab-row.ts";
import { procedures } from "../tables/procedures.ts";
import type { CodeRow, Flavour } from "./module.ts";
import type { TermTable } from "./terms.ts";

const icdConcept: Record<Flavour, string> = { cn: "ICD10CN", us: "ICD10CM" };

export const diseaseTerm = (terms: TermTable, flavour: Flavour, [code, display]: CodeRow): number =>
  terms.add("condition", `${icdConcept[flavour]}:${code}`, [
    { system: flavour === "cn" ? codeSystems.icd10cn : codeSystems.icd10cm, code, display },
  ]);

export type DrugTerm = {
  readonly term: number;
  readonly mgPerDay: readonly number[] | null;
  readonly unitsPerDay: readonly number[] | null;
};

export function drugTerms(terms: TermTable, flavour: Flavour): ReadonlyMap<string, DrugTerm> {
  return new Map(
    drugs.map((row) => {
      const [prefix = "", code = ""] = row.concept.split(":");
      const system = prefix === "ATC" ? codeSystems.atc : codeSystems.drugbank;
      const term = terms.add("drug", row.concept, [{ system, code, display: flavour === "cn" ? row.zh : row.en }]);
      return [row.key, { term, mgPerDay: row.mgPerDay, unitsPerDay: row.unitsPerDay ?? null }];
    }),
  );
}

export function procedureTerms(terms: TermTable, flavour: Flavour): ReadonlyMap<string, number> {
  const system = flavour === "cn" ? codeSystems.icd9cm3 : codeSystems.icd9cm;
  return new Map(
    procedures.map((row) => {
      const [code, display] = row[flavour];
      return [row.key, terms.add("procedure", `ICD9CM3:${code}`, [{ system, code, display }])];
    }),
  );
}

/** Tissue markers are findings of the gene whose product they show, as readers take them. */
const markerGenes: Readonly<Record<string, string>> = {
  "er-status": "HGNC:3467",
  "pr-status": "HGNC:8910",
  "her2-ihc": "HGNC:3430",
};

/** A laboratory item: local code and Chinese name, or LOINC and English name. */
export function labTerm(terms: TermTable, flavour: Flavour, row: LabRow): number {
  const site: Code = { system: codeSystems.siteLab, code: row.local, display: flavour === "cn" ? row.zh : row.en };
  const codes: Code[] =
    flavour === "us" && row.loinc !== null ? [{ system: codeSystems.loinc, code: row.loinc, display: row.en }] : [site];
  const gene = markerGenes[row.id];
  return gene === undefined ? terms.add("measurement", `LAB:${row.id}`, codes) : terms.add("variant", gene, codes);
}

/** The same item under a code that the site kept from an older system. */
export const unmappedLabTerm = (terms: TermTable, flavour: Flavour, row: LabRow): number =>
  terms.add("measurement", null, [
    {
      system: codeSystems.siteOther,
      code: `X-${row.local}`,
      display: flavour === "cn" ? `${row.zh}(旧)` : `${row.en} (old)`,
    },
  ]);

/**
 * For each diagnosis, drug and procedure the same thing under a code of the site's own, with its display; -1 for all else.
 */
export function unmappedTwins(terms: TermTable): Int32Array {
  const kinds = (["condition", "drug", "procedure"] as const).map((kind) => ({
    kind,
    number: factKinds.indexOf(kind),
  }));
  const rows = [...terms.rows];
  const twins = new Int32Array(rows.length).fill(-1);
  for (const [place, { kind, codes }] of rows.entries()) {
    const own = kinds.find(({ number }) => number === kind);
    const display = codes[0]?.display;
    if (own === undefined || display === undefined) continue;
    twins[place] = terms.add(own.kind, null, [{ system: codeSystems.siteOther, code: `X-${place}`, display }]);
  }
  return twins;
}

const answers = {
  positive: { cn: ["阳性", "阳性"], us: ["POS", "Positive"] },
  negative: { cn: ["阴性", "阴性"], us: ["NEG", "Negative"] },
} as const;

export function resultTerm(terms: TermTable, flavour: Flavour, answer: keyof typeof answers): number {
  const [code, display] = answers[answer][flavour];
  const system = flavour === "cn" ? codeSystems.siteResult : codeSystems.interpretation;
  return terms.add("measurement", `RESULT:${answer}`, [{ system, code, display }]);
}

const scoreLoinc: Readonly<Record<string, string>> = { ecog: "89247-1", nyha: "88020-3" };

export function scoreTerm(terms: TermTable, flavour: Flavour, score: string): number {
  const loinc = scoreLoinc[score];
  const display = score.toUpperCase();
  return terms.add("measurement", `SCORE:${score}`, [
    flavour === "us" && loinc !== undefined
      ? { system: codeSystems.loinc, code: loinc, display }
      : { system: codeSystems.score, code: `SCORE:${score}`, display },
  ]);
}

const tnmItems = {
  T: { system: codeSystems.loinc, code: "21905-5", display: "Primary tumor.clinical [Class] Cancer" },
  N: { system: codeSystems.loinc, code: "21906-3", display: "Regional lymph nodes.clinical [Class] Cancer" },
  M: { system: codeSystems.loinc, code: "21907-1", display: "Distant metastases.clinical [Class] Cancer" },
} as const;

/** Stages carry the question's code first and the answer second. */
export const stageTerm = (terms: TermTable, group: string): number =>
  terms.add("stage", `STAGE:${group}`, [
    { system: codeSystems.loinc, code: "21908-9", display: "Stage group.clinical Cancer" },
    { system: codeSystems.ajcc, code: group, display: `Stage ${group}` },
  ]);
export const tnmTerm = (terms: TermTable, category: string): number =>
  terms.add("stage", `TNM:${category}`, [
    tnmItems[category[0] as keyof typeof tnmItems],
    { system: codeSystems.ajcc, code: `c${category}`, display: `c${category}` },
  ]);

export function geneTerm(terms: TermTable, gene: string): number {
  const concept = genes[gene];
  if (concept === undefined) throw new Error(`no such gene in the tables: ${gene}`);
  return terms.add("variant", concept, [{ system: codeSystems.hgnc, code: concept, display: gene }]);
}

const statusNames: Readonly<Record<string, Readonly<Record<Flavour, string>>>> = {
  pregnant: { cn: "妊娠", us: "Pregnant" },
  breastfeeding: { cn: "哺乳", us: "Breastfeeding" },
  "childbearing-potential": { cn: "有生育能力", us: "Childbearing potential" },
  contraception: { cn: "避孕", us: "Contraception" },
  postmenopausal: { cn: "绝经后", us: "Postmenopausal" },
  "surgically-sterile": { cn: "手术绝育", us: "Surgically sterile" },
};

export const statusTerms = (terms: TermTable, flavour: Flavour): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(statusNames).map(([code, display]) => [
      code,
      terms.add("status", `STATUS:${code}`, [
        { system: codeSystems.status, code, display: display[flavour] },
        ...(code === "pregnant" ? [{ system: codeSystems.loinc, code: "82810-3", display: "Pregnancy status" }] : []),
      ]),
    ]),
  );

export const smokingTerm = (terms: TermTable, flavour: Flavour): number =>
  terms.add("condition", "QHDISEASE:smoking", [
    { system: codeSystems.history, code: "smoking", display: flavour === "cn" ? "吸烟" : "Smoking" },
  ]);

const visitCodes = {
  outpatient: { code: "AMB", display: { cn: "门诊", us: "ambulatory" } },
  inpatient: { code: "IMP", display: { cn: "住院", us: "inpatient encounter" } },
  emergency: { code: "EMER", display: { cn: "急诊", us: "emergency" } },
} as const;

export const visitTerm = (terms: TermTable, flavour: Flavour, setting: keyof typeof visitCodes): number => {
  const { code, display } = visitCodes[setting];
  return terms.add("visit", `VISIT:${setting}`, [
    { system: codeSystems.encounterClass, code, display: display[flavour] },
  ]);
};

const allergens = [
  { atc: "J01C", cn: "青霉素类", us: "Penicillins", weight: 55 },
  { atc: "J01E", cn: "磺胺类", us: "Sulfonamides", weight: 18 },
  { atc: "M01A", cn: "非甾体抗炎药", us: "Non-steroidal anti-inflammatory drugs", weight: 12 },
  { atc: "V08", cn: "造影剂", us: "Contrast media", weight: 8 },
  { atc: "L01CD", cn: "紫杉烷类", us: "Taxanes", weight: 2 },
] as const;

export const allergyTerms = (terms: TermTable, flavour: Flavour): readonly (readonly [number, number])[] =>
  allergens.map((row) => [
    terms.add("allergy", `ATC:${row.atc}`, [{ system: codeSystems.atc, code: row.atc, display: row[flavour] }]),
    row.weight,
  ]);

export const consentTerm = (terms: TermTable, flavour: Flavour): number =>
  terms.add("consent", "CONSENT:participate", [
    { system: codeSystems.consent, code: "research", display: flavour === "cn" ? "同意参加研究" : "Research" },
  ]);
