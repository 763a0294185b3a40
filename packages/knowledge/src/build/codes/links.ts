import type { Predicate } from "../../schema.ts";
import { type Assembly, oneByName } from "../assembly.ts";
import type { CodeClaim } from "../disease/mondo.ts";
import { groupPairs } from "../hierarchy.ts";
import { labelKey } from "../label-key.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

type LinkPredicate = Extract<Predicate, "exact" | "broader" | "narrower" | "candidate">;

/** A title without the words by which ICD says that nothing more is known. */
export const plainTitle = (title: string): string =>
  labelKey(title.replace(/,? (unspecified|not otherwise specified|NOS)\b/gi, "").replace(/^Unspecified /i, ""));

/** Titles that gather several things under one code. */
const isCollective = (title: string): boolean => /\b(other|and|or|not elsewhere classified|NEC)\b|\[/i.test(title);

/**
 * How a code and a disease that a source lists together stand to each other: equal names make them exact; a code that
 * several diseases list, or whose title gathers several things, is broader; several codes of one disease are narrower;
 * all else is a candidate, since the sources do not say which.
 */
export function judgeClaim(facts: {
  namesEqual: boolean;
  equalElsewhere: boolean;
  diseasesOfCode: number;
  codesOfDisease: number;
  title: string;
}): { predicate: LinkPredicate; decided: string } {
  if (facts.namesEqual && !facts.equalElsewhere) return { predicate: "exact", decided: "equal-names" };
  if (facts.diseasesOfCode > 1) return { predicate: "broader", decided: "several-diseases" };
  if (isCollective(facts.title)) return { predicate: "broader", decided: "collective-title" };
  if (facts.codesOfDisease > 1) return { predicate: "narrower", decided: "several-codes" };
  return { predicate: "candidate", decided: "names-differ" };
}

/** Links of ICD-10-CM codes to the diseases for which Mondo and Disease Ontology list them, where nothing exact is stated. */
export function addClaimedCodes(assembly: Assembly, claims: readonly CodeClaim[]): void {
  const pairs = new Map<string, CodeClaim>();
  for (const claim of claims) {
    const code = `ICD10CM:${claim.code}`;
    if (!assembly.has(code)) {
      assembly.report(claim.source, code, claim.concept, "code is not in ICD-10-CM");
      continue;
    }
    const key = `${code} ${claim.concept}`;
    const known = pairs.get(key);
    pairs.set(key, { ...claim, code, source: known?.source ?? claim.source });
  }
  const all = [...pairs.values()];
  const diseases = groupPairs(all.map((claim) => [claim.code, claim.concept] as const));
  const codes = groupPairs(all.map((claim) => [claim.concept, claim.code] as const));
  const isEqual = (code: string, concept: string) => {
    const titles = (assembly.terms.get(code) ?? []).filter(
      (term) => term.language === "en" && term.role === "preferred",
    );
    const names = new Set(
      (assembly.terms.get(concept) ?? [])
        .filter((term) => term.usable && term.language === "en")
        .map((term) => labelKey(term.text)),
    );
    return titles.some((title) => names.has(plainTitle(title.text)));
  };
  for (const { code, concept, source } of all) {
    if (assembly.edges.get(code)?.some((edge) => edge.object === concept && edge.predicate === "exact")) continue;
    const namesEqual = isEqual(code, concept);
    const { predicate, decided } = judgeClaim({
      namesEqual,
      equalElsewhere: namesEqual && diseases.get(code)!.some((other) => other !== concept && isEqual(code, other)),
      diseasesOfCode: diseases.get(code)!.length,
      codesOfDisease: codes.get(concept)!.length,
      title: assembly.preferredName(code) ?? "",
    });
    assembly.addEdge(code, predicate, concept, source, `by=listed-code;decided=${decided}`);
  }
}

/** Mainland and ICD-10-CM codes of the same four characters: candidates, with how far their Chinese titles agree. */
export function addCrosswalk(assembly: Assembly, sources: Sources): void {
  const source = "icd10-crosswalk";
  for (const { code, icd10cm, similarity } of rowsOf(sources, source, "pairs.tsv", ["code", "icd10cm", "similarity"])) {
    const subject = `ICD10CN:${code}`;
    const object = `ICD10CM:${icd10cm}`;
    if (!assembly.has(subject) || !assembly.has(object))
      assembly.report(source, subject, object, "one of the two codes is not in the pack");
    else assembly.addEdge(subject, "candidate", object, source, `by=same-characters;similarity=${similarity}`);
  }
}

/** Codes whose title is the name of exactly one disease: candidates until a person or a source says more. */
export function addEqualTitles(assembly: Assembly, system: "ICD10CN" | "ICD10CM", language: "zh-Hans" | "en"): void {
  const index = assembly.nameIndex(
    ["disease"],
    (term) => term.language === language && term.usable && (term.role === "preferred" || term.role === "synonym"),
  );
  for (const { id } of [...assembly.concepts.values()]) {
    if (!id.startsWith(`${system}:`)) continue;
    for (const term of assembly.terms.get(id) ?? []) {
      if (term.role !== "preferred" || term.language !== language || !term.usable) continue;
      const disease = oneByName(index, term.text) ?? oneByName(index, plainTitle(term.text));
      if (disease === undefined || assembly.edges.get(id)?.some((edge) => edge.object === disease)) continue;
      assembly.addEdge(id, "candidate", disease, term.source, "by=equal-name");
    }
  }
}
