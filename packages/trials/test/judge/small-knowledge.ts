import { type Knowledge, KnowledgePack, keysOfTerm, openKnowledge, writePack } from "@qinghao/knowledge";
import type { ConceptKind } from "@qinghao/knowledge/schema";

const source = {
  id: "own",
  title: "own",
  version: "1",
  date: "2026-11-22",
  licence: "CC0-1.0",
  licenceClass: "own" as const,
  url: "urn:own",
  attribution: "own",
};

/** Concept, kind, names (the script tells the language), what it is a kind of. */
const rows: readonly (readonly [id: string, kind: ConceptKind, names: readonly string[], above?: string])[] = [
  ["D:cancer", "disease", ["cancer", "malignancy", "恶性肿瘤"]],
  ["D:lung-cancer", "disease", ["lung cancer", "肺癌"], "D:cancer"],
  ["D:nsclc", "disease", ["non-small cell lung cancer", "非小细胞肺癌"], "D:lung-cancer"],
  ["D:breast-cancer", "disease", ["breast cancer", "乳腺癌"], "D:cancer"],
  ["D:diabetes", "disease", ["diabetes", "diabetes mellitus", "糖尿病"]],
  ["D:type-2-diabetes", "disease", ["type 2 diabetes", "2型糖尿病"], "D:diabetes"],
  ["D:type-1-diabetes", "disease", ["type 1 diabetes", "1型糖尿病"], "D:diabetes"],
  ["D:hypertension", "disease", ["hypertension", "high blood pressure", "高血压"]],
  ["D:asthma", "disease", ["asthma", "哮喘"]],
  ["D:pneumonia", "disease", ["pneumonia", "肺炎"]],
  ["D:mi", "disease", ["myocardial infarction", "heart attack", "心肌梗死"]],
  ["D:stroke", "disease", ["stroke", "脑卒中"]],
  ["P:fever", "phenotype", ["fever", "发热"]],
  ["P:cough", "phenotype", ["cough", "咳嗽"]],
  ["P:chest-pain", "phenotype", ["chest pain", "胸痛"]],
  ["DRUG:metformin", "drug", ["metformin", "二甲双胍"]],
  ["DRUG:warfarin", "drug", ["warfarin", "华法林"]],
  ["DRUG:penicillin", "drug", ["penicillin", "青霉素"]],
];

/** A knowledge map small enough to read, so that these tests run without the built packs. */
export const smallKnowledge = (): Knowledge =>
  openKnowledge([
    new KnowledgePack(
      writePack(
        {
          name: "small",
          version: "1",
          builtFrom: "test",
          sources: [source],
          concepts: rows.map(([id, kind]) => ({ id, kind, source: "own" })),
          terms: rows.flatMap(([concept, , names]) =>
            names.map((text, at) => ({
              concept,
              text,
              language: /\p{Script=Han}/u.test(text) ? ("zh-Hans" as const) : ("en" as const),
              role: at === 0 ? ("preferred" as const) : ("synonym" as const),
              source: "own",
              usable: true,
            })),
          ),
          edges: rows.flatMap(([subject, , , object]) =>
            object === undefined ? [] : [{ subject, predicate: "is-a" as const, object, source: "own" }],
          ),
          xrefs: [],
        },
        keysOfTerm,
      ),
    ),
  ]);
