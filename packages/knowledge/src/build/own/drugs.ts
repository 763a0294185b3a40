import type { Assembly } from "../assembly.ts";
import { addAtc } from "../codes/atc.ts";
import type { DrugFinder } from "../drug/drug-finder.ts";
import { groupPairs } from "../hierarchy.ts";
import type { Sources } from "../source-tables.ts";
import { ownRows, slugOf } from "./own-rows.ts";

const source = "own-drugs";

/** The drug that all names lead to which lead anywhere. */
function onlyOne(names: readonly string[], drugs: DrugFinder): string | undefined {
  const found = new Set(names.map((name) => drugs.find(name)).filter((drug) => drug !== undefined));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The drugs of a combination such as "amlodipine and atorvastatin"; none when a part is not known. */
function componentsOf(inn: string, drugs: DrugFinder): string[] {
  const parts = inn.split(/, | and /).filter((part) => part !== "");
  const found = parts.map((part) => drugs.find(part)).filter((drug) => drug !== undefined);
  return parts.length > 1 && found.length === parts.length ? found : [];
}

/**
 * The project's own Chinese names of drugs, with brands, development codes, ATC codes and classes. A name that DrugBank does
 * not have becomes a drug of its own.
 */
export function addOwnDrugs(assembly: Assembly, sources: Sources, drugs: DrugFinder): void {
  const atc: [string, string][] = [];
  for (const row of ownRows(sources, source, "drugs-zh.checked.tsv")) {
    const inn = row.cell("inn");
    const usable = row.confirmed;
    let drug =
      row
        .list("drugbank_id")
        .map((id) => `DRUGBANK:${id}`)
        .find((id) => assembly.has(id)) ??
      drugs.find(inn) ??
      onlyOne(row.list("aliases_en"), drugs);
    if (drug === undefined) {
      drug = `QHDRUG:${slugOf(inn)}`;
      assembly.addConcept(drug, "drug", source);
      assembly.report(source, drug, inn, "not in DrugBank's vocabulary: a drug of its own");
      for (const part of componentsOf(inn, drugs))
        assembly.addEdge(part, "member-of", drug, source, "relation=component");
    }
    assembly.addTerm(drug, inn, source, { role: "preferred" });
    assembly.addTerm(drug, row.cell("zh"), source, {
      language: "zh-Hans",
      role: "preferred",
      usable,
    });
    const add = (column: string, options: Parameters<Assembly["addTerm"]>[3]) => {
      for (const name of row.list(column))
        assembly.addTerm(drug, name, source, { usable: usable && name.length > 1, ...options });
    };
    add("aliases_zh", { language: "zh-Hans" });
    add("brands_zh", { language: "zh-Hans", role: "brand" });
    add("aliases_en", {});
    add("brands_en", { role: "brand" });
    add("codes", { role: "development-code" });
    for (const code of row.list("atc")) atc.push([code, drug]);
    const className = row.cell("class_en");
    if (className === "") continue;
    const group = `QHCLASS:${slugOf(className)}`;
    assembly.addConcept(group, "drug-class", source);
    assembly.addTerm(group, className, source, { role: "preferred" });
    assembly.addTerm(group, row.cell("class_zh"), source, { language: "zh-Hans", role: "preferred" });
    assembly.addEdge(drug, "member-of", group, source);
  }
  for (const [code, owners] of groupPairs(atc)) {
    const id = addAtc(assembly, code, source);
    const distinct = new Set(owners);
    for (const drug of id === undefined ? [] : distinct) {
      const predicate = distinct.size === 1 && code.length === 7 ? "exact" : "broader";
      assembly.addEdge(id!, predicate, drug, source, "by=own-table");
    }
  }
}
