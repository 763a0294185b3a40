import type { Assembly } from "../assembly.ts";
import { isAbbreviation, isDevelopmentCode } from "../label-key.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";

const source = "drugbank-vocabulary";

/** Names of entries that are foods, elements or everyday words: alone in a text they are rarely the drug. */
const everydayNames = new Set(
  (
    "water|air|oxygen|nitrogen|gold|iron|lead|tin|mercury|carbon|sugar|honey|wheat|rice|egg|milk|beef|pork|chicken|fish|apple|banana|" +
    "orange|tea|coffee|corn|oat|rye|salt|wool|cotton|silk|cat|dog|horse|mouse|rat|rabbit|can|as|in|at|urine|blood|plasma|serum|" +
    "tobacco leaf|nicotine|sodium|potassium|calcium|glucose|hydrogen|phosphate|creatinine|bilirubin|albumin|cholesterol|protein|" +
    "placebo|vehicle|saline|control|standard|soap|dust|sesame|soybean|garlic|onion|carrot|potato|tomato|lemon|lime|pepper"
  ).split("|"),
);

/** The spine of drugs: DrugBank's open vocabulary with its synonyms, CAS, UNII and InChIKey. */
export function addDrugbank(assembly: Assembly, sources: Sources): void {
  for (const { id, name, cas, unii, synonyms, inchikey } of rowsOf(sources, source, "drugs.tsv", [
    "id",
    "name",
    "cas",
    "unii",
    "synonyms",
    "inchikey",
  ])) {
    const concept = `DRUGBANK:${id}`;
    assembly.addConcept(concept, "drug", source);
    assembly.addTerm(concept, name, source, { role: "preferred", usable: isUsable(name) });
    for (const synonym of listOf(synonyms)) {
      const role = isDevelopmentCode(synonym)
        ? "development-code"
        : isAbbreviation(synonym)
          ? "abbreviation"
          : "synonym";
      assembly.addTerm(concept, synonym, source, {
        role,
        usable: isUsable(synonym) && !(role === "abbreviation" && synonym.length < 4),
      });
    }
    assembly.addXref(concept, "DrugBank", id, source);
    if (cas !== "") assembly.addXref(concept, "CAS", cas, source);
    if (unii !== "") assembly.addXref(concept, "UNII", unii, source);
    if (inchikey !== "") assembly.addXref(concept, "InChIKey", inchikey, source);
  }
}

const isUsable = (name: string): boolean => name.length > 2 && !everydayNames.has(name.toLowerCase());
