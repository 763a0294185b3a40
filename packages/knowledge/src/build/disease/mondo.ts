import type { Assembly } from "../assembly.ts";
import { descendantsOf, groupPairs } from "../hierarchy.ts";
import { isAbbreviation } from "../label-key.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";

const source = "mondo";
const nonHuman = "MONDO:0005583";
const modifiers = ["MONDO:0042489", "MONDO:0021125"];

/** Names too general to decide anything by: a text that says only this names no disease. */
const tooGeneral = new Set([
  "disease",
  "diseases",
  "disorder",
  "disorders",
  "syndrome",
  "condition",
  "medical condition",
  "human disease",
  "disease or disorder",
  "other disease",
  "hereditary disease",
  "genetic disease",
  "disease susceptibility",
  "injury",
  "mt",
  "ca",
  "primary cancer",
  "characteristic",
  "disease characteristic",
  "malignancy",
  "infection",
]);

/** What Mondo calls a system, and what packs call it. ICD-10-CM is not here: codes are linked, not equated. */
const systems: Readonly<Record<string, string>> = {
  UMLS: "UMLS",
  DOID: "DOID",
  GARD: "GARD",
  OMIM: "OMIM",
  OMIMPS: "OMIMPS",
  Orphanet: "Orphanet",
  MESH: "MESH",
  NCIT: "NCIT",
  ICD9: "ICD9CM",
  EFO: "EFO",
  ICDO: "ICDO",
  ONCOTREE: "ONCOTREE",
  HP: "HP",
};

/** A code that a source lists beside a disease, before it is known how far the two agree. */
export type CodeClaim = { concept: string; code: string; source: string };

/** The spine of diseases: terms of Mondo for people, their names, identifiers and is-a. Answers the ICD-10-CM codes it lists. */
export function addMondo(assembly: Assembly, sources: Sources): CodeClaim[] {
  const isA = [...rowsOf(sources, source, "is-a.tsv", ["child", "parent"])];
  const children = groupPairs(isA.map(({ child, parent }) => [parent, child] as const));
  const left = descendantsOf(children, [nonHuman, ...modifiers]);
  const claims: CodeClaim[] = [];
  for (const { id, name, synonyms, xrefs, alt_ids } of rowsOf(sources, source, "terms.tsv", [
    "id",
    "name",
    "synonyms",
    "xrefs",
    "alt_ids",
  ])) {
    if (name === "" || /^obsolete/i.test(name)) {
      assembly.report(source, id, name, "obsolete or without name");
      continue;
    }
    if (left.has(id)) {
      assembly.report(source, id, name, "disease of animals, or a characteristic and no disease");
      continue;
    }
    assembly.addConcept(id, "disease", source);
    const isUsable = (text: string) => !tooGeneral.has(text.toLowerCase());
    assembly.addTerm(id, name, source, { role: "preferred", usable: isUsable(name) });
    const names = [name, ...listOf(synonyms)].map((one) => one.toLowerCase());
    for (const synonym of listOf(synonyms)) {
      const short = isAbbreviation(synonym) || isLoweredAbbreviation(synonym, names);
      assembly.addTerm(id, synonym, source, {
        role: short ? "abbreviation" : "synonym",
        usable:
          isUsable(synonym) && !(short && synonym.length < 3) && !isDisputed(synonym) && !isSiteAlone(synonym, names),
      });
    }
    for (const former of listOf(alt_ids)) assembly.addXref(id, "MONDOFormer", former.replace(/^MONDO:/, ""), source);
    for (const xref of listOf(xrefs)) {
      const split = xref.indexOf(":");
      const system = xref.slice(0, split);
      const value = xref.slice(split + 1);
      if (system === "ICD10CM") claims.push({ concept: id, code: value, source });
      else if (systems[system]) assembly.addXref(id, systems[system], value, source);
    }
  }
  for (const { child, parent } of isA) {
    if (assembly.has(child) && assembly.has(parent)) assembly.addEdge(child, "is-a", parent, source);
  }
  return claims;
}

/** Names that Mondo took over from OMIM and that say more than the disease: a modifier, a gene, a response. */
const isDisputed = (name: string): boolean =>
  /, (susceptibility to|protection against|resistance to|somatic|included|modifier of|association with|digenic)\b|response to/i.test(
    name,
  );

const squashed = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");

/** "skin" of "skin neoplasm", "SOFTTISSUE": the organ by which a source files a tumour, and no name of the tumour. */
function isSiteAlone(synonym: string, names: readonly string[]): boolean {
  const site = squashed(synonym);
  if (site.length < 3 || /(?:oma|oid|itis|emia|osis|pathy|plasia|syndrome)$|tumou?r|cancer|neoplas|malignan/.test(site))
    return false;
  return names.some((name) => /^(?:neoplasm|tumou?r|cancer)$/.test(squashed(name).replace(site, "")));
}

/** "can", "read", "ever": initials of a longer name that the source writes in small letters. */
function isLoweredAbbreviation(synonym: string, names: readonly string[]): boolean {
  if (!/^[a-z]{2,4}$/.test(synonym)) return false;
  const whole = new RegExp(`(?:^|[^a-z])${synonym}`);
  if (names.some((name) => name !== synonym && whole.test(name))) return false;
  return names.some((name) => / |-/.test(name) && isSubsequence(synonym, name));
}

function isSubsequence(letters: string, name: string): boolean {
  if (letters[0] !== name[0]) return false;
  let at = 0;
  for (const letter of name) if (letter === letters[at]) at++;
  return at === letters.length;
}
