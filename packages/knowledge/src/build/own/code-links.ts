import type { Assembly } from "../assembly.ts";
import { labelKey } from "../label-key.ts";
import type { OwnCode, OwnDiseaseCodes } from "./diseases.ts";

const source = "own-diseases";

const unspecifiedOfCategory = "by=own-table;decided=unspecified-code-of-category";
const stated = ["exact", "broader", "narrower"] as const;

/**
 * Mainland codes of the project's own diseases. The row says how the code stands to the disease; where it does not, the code is
 * exact when its title is a name of the disease, else broader: it is where the disease is coded, among others. Where the exact code is the unspecified one (`C34.900`) of a category of
 * primary sites (C00 to C75), the category (`C34`) is exact too; elsewhere the category is a candidate. A row that could not be
 * confirmed gives candidates only.
 */
export function addOwnCodes(assembly: Assembly, codes: readonly OwnCode[]): void {
  for (const { code: written, concept, confirmed, relation } of codes) {
    const code = `ICD10CN:${written}`;
    if (!assembly.has(code)) {
      assembly.report(source, code, concept, "code is not in the mainland table");
      continue;
    }
    const title = (assembly.terms.get(code) ?? []).find((term) => term.language === "zh-Hans")?.text;
    const names = new Set(
      (assembly.terms.get(concept) ?? [])
        .filter((term) => term.language === "zh-Hans")
        .map((term) => labelKey(term.text)),
    );
    const isEqual = title !== undefined && names.has(labelKey(title));
    const said = stated.find((one) => one === relation);
    const predicate = !confirmed ? "candidate" : (said ?? (isEqual ? "exact" : "broader"));
    const decided = said !== undefined ? "stated" : isEqual ? "equal-names" : "coded-here";
    assembly.addEdge(code, predicate, concept, source, `by=own-table;decided=${decided}`);
    const category = /^([A-Z]\d{2})\.(900|x00)$/.exec(written)?.[1];
    if (category === undefined || predicate !== "exact" || !assembly.has(`ICD10CN:${category}`)) continue;
    const isSite = /^C([0-6]\d|7[0-5])$/.test(category) || written.endsWith(".x00");
    assembly.addEdge(`ICD10CN:${category}`, isSite ? "exact" : "candidate", concept, source, unspecifiedOfCategory);
  }
}

/**
 * ICD-10-CM codes of the rubric (four characters, the part that both lists take from ICD-10) for which a row states that
 * the mainland code is exactly its disease: exact too, and for a primary site (C00 to C75) the category as well.
 */
export function addSameRubricCodes(assembly: Assembly, codes: OwnDiseaseCodes["sameRubric"]): void {
  for (const { code: written, concept } of codes) {
    const code = `ICD10CM:${written}`;
    if (!assembly.has(code)) {
      assembly.report(source, code, concept, "code is not in ICD-10-CM");
      continue;
    }
    assembly.addEdge(code, "exact", concept, source, "by=own-table;decided=stated-for-the-same-rubric");
    const category = /^(C(?:[0-6]\d|7[0-5]))\.9$/.exec(written)?.[1];
    if (category === undefined || !assembly.has(`ICD10CM:${category}`)) continue;
    assembly.addEdge(`ICD10CM:${category}`, "exact", concept, source, unspecifiedOfCategory);
  }
}

/**
 * Mainland categories that stand open because a row names only their unspecified code: exact where the category of the same
 * three characters in ICD-10-CM bears the disease's name, since both lists take their categories from ICD-10.
 */
export function settleCategories(assembly: Assembly): void {
  for (const id of assembly.concepts.keys()) {
    const category = /^ICD10CN:([A-Z]\d{2})$/.exec(id)?.[1];
    if (category === undefined) continue;
    const clinical = assembly.edges.get(`ICD10CM:${category}`) ?? [];
    for (const edge of assembly.edges.get(id) ?? []) {
      if (edge.predicate !== "candidate" || edge.detail !== unspecifiedOfCategory) continue;
      if (!clinical.some((one) => one.object === edge.object && one.predicate === "exact")) continue;
      edge.predicate = "exact";
      edge.detail = `${unspecifiedOfCategory}+category-of-icd10cm`;
    }
  }
}
