import type { Code, CodeResolver, FactKind, ResolvedCode } from "@qinghao/clinical";
import { type ConceptKind, type Knowledge, link } from "@qinghao/knowledge";
import { knownSystem } from "./code-systems.ts";
import type { Identifiers } from "./identifiers.ts";
import { labItemOf } from "./lab-items.ts";
import { treatmentNamed } from "./treatments.ts";

/** A site's own decision on one of its local codes. `concept` null: looked at, and not to be used. */
export type SiteMapping = { system: string; code: string; concept: string | null };

/** Displays are trusted from this score on, and only where they are one name from end to end. */
const trustedScore = 0.9;

const kindsOf: Record<FactKind, readonly ConceptKind[]> = {
  condition: ["disease", "phenotype"],
  procedure: ["procedure"],
  drug: ["drug", "drug-class"],
  measurement: ["lab"],
  variant: ["gene", "family"],
  stage: ["disease"],
  status: ["phenotype"],
  allergy: ["drug", "drug-class", "disease"],
  visit: [],
  consent: [],
};

/**
 * Finds what a source's codes mean: a site's own mapping first, then code systems that the pack holds or maps, then the
 * display where it is exactly a name of one concept. The answer says which of these it was.
 */
export function codeResolver(
  knowledge: Knowledge,
  identifiers: Identifiers,
  mappings: readonly SiteMapping[] = [],
): CodeResolver {
  const own = new Map(mappings.map(({ system, code, concept }) => [`${system}|${code}`, concept]));
  const cache = new Map<string, ResolvedCode | null>();
  const byDisplay = new Map<string, string | null>();

  function ofSystem({ system, code }: Code): string | null {
    const known = knownSystem(system);
    if (known === null) return null;
    if ("xref" in known) return identifiers(known.xref, code);
    const id = code.startsWith(`${known.prefix}:`) || known.prefix === "" ? code : `${known.prefix}:${code}`;
    if (knowledge.has(id)) return id;
    return known.prefix === "ICD10CN" ? mainlandAbove(knowledge, id) : known.prefix === "" ? id : null;
  }

  function ofDisplay(display: string, kind: FactKind): string | null {
    const key = `${kind}|${display}`;
    const seen = byDisplay.get(key);
    if (seen !== undefined) return seen;
    const kinds = kindsOf[kind];
    const text = (kind === "drug" ? withoutProduct(display) : display)
      .replace(/\s*\((disorder|finding|procedure|situation|substance|regime\/therapy|observable entity)\)\s*$/, "")
      .trim();
    const group = treatmentNamed(text);
    if (group !== null && group.kind === kind && group.of.length === 1) {
      byDisplay.set(key, group.of[0]!.id);
      return group.of[0]!.id;
    }
    const mentions = kinds.length === 0 ? [] : link(knowledge, text, { kinds });
    const [only] = mentions;
    const isWhole =
      mentions.length === 1 && only!.start === 0 && only!.end === text.length && only!.qualifiers.length === 0;
    const concept = isWhole && only!.score >= trustedScore ? only!.concept : null;
    byDisplay.set(key, concept);
    return concept;
  }

  function find(codes: readonly Code[], kind: FactKind): ResolvedCode | null {
    for (const { system, code } of codes) {
      const mapped = own.get(`${system}|${code}`);
      if (mapped === null) return null;
      if (mapped !== undefined) return { concept: mapped, via: "site-mapping" };
    }
    for (const code of codes) {
      const concept = ofSystem(code);
      if (concept !== null) return { concept, via: "code" };
    }
    for (const { display } of codes) {
      const concept = display === undefined ? null : ofDisplay(display, kind);
      if (concept !== null) return { concept, via: "display" };
    }
    return null;
  }

  return {
    resolve(codes, kind) {
      const key = `${kind}|${codes.map(({ system, code, display }) => `${system}|${code}|${display ?? ""}`).join("||")}`;
      const seen = cache.get(key);
      if (seen !== undefined) return seen;
      const found = find(codes, kind);
      cache.set(key, found);
      return found;
    },
    labItem: (concept) => labItemOf(knowledge, concept),
  };
}

const strength =
  /\b\d+(\.\d+)?\s*(mg|mcg|ug|g|ml|l|unt|units?|iu|meq|hr|actuat|%)(\s*\/\s*(\d+(\.\d+)?\s*)?(mg|ml|l|hr|actuat|unt|g))?\b|\b\d+(\.\d+)?\s*%/gi;
const productWords =
  /\[[^\]]*\]|\b(oral|tablets?|capsules?|injection|injectable|injector|solution|suspension|product|chewable|extended|delayed|release|prefilled|syringe|pen|inhal(ation|er|ant)|powder|topical|cream|ointment|patch|transdermal|system|nasal|spray|metered dose|dry powder|disintegrating|film|coated|vial|auto|ophthalmic|drops?|lotion|gel|day pack|pack|usp)\b/gi;

/** The substance in a product's name: "Simvastatin 20 MG Oral Tablet [Zocor]" is simvastatin. */
const withoutProduct = (display: string): string =>
  display.replace(strength, " ").replace(productWords, " ").replace(/\s+/g, " ").trim();

/** A hospital's longer extension code counts as the nearest code above it that the national list holds (E11.900x001 as E11.900). */
function mainlandAbove(knowledge: Knowledge, id: string): string | null {
  const shorter = [/x\d{3}$/, /\d{2}$/, /\.\w*$/];
  for (const tail of shorter) {
    const above = id.replace(tail, "");
    if (above !== id && knowledge.has(above)) return above;
  }
  return null;
}
