import type { ConceptKind, TermRole } from "../schema.ts";
import type { Normalisation } from "./mention.ts";
import { isEverydayWord, isFunctionWord } from "./stop-list.ts";
import type { TermFacts } from "./term-facts.ts";
import { fitsGaps, lettersOf } from "./written-form.ts";

/** How much a name of each role says about which concept is meant. */
const roleWeight: Record<TermRole, number> = {
  preferred: 1,
  synonym: 0.98,
  brand: 0.975,
  salt: 0.975,
  "development-code": 0.97,
  abbreviation: 0.94,
  "code-title": 0.985,
  "inclusion-term": 0.95,
  related: 0.62,
  narrower: 0.6,
  broader: 0.55,
};

/** Where one name stands for things of several kinds, which is meant more often in clinical text. */
const kindWeight: Record<ConceptKind, number> = {
  disease: 1,
  drug: 0.975,
  lab: 1,
  phenotype: 0.94,
  gene: 0.965,
  family: 0.95,
  procedure: 0.95,
  code: 0.93,
  "drug-class": 0.96,
  variant: 0.9,
  herb: 0.9,
  trial: 0.95,
  pathway: 0.8,
  other: 0.75,
};

/** "X/Y" as one name gives way to X and Y where both are known. */
const combination = 0.75;

/** What was written where a name may stand. */
export type WrittenSpan = {
  key: string;
  sorted: () => string;
  typography: () => string;
  text: () => string;
  /** The span is all there is: a field of its own, not a sentence. */
  isWhole: boolean;
  /** The text around has no capitals, or nothing but capitals: case says nothing. */
  isCaseless: boolean;
};

export type TermScore = { score: number; by: Normalisation[] };

/** How surely the written words are this name, or null when they are not (a hash met by chance, a word of everyday). */
export function scoreTerm(term: TermFacts, span: WrittenSpan, ordered: boolean): TermScore | null {
  const by: Normalisation[] = [];
  let score = roleWeight[term.role] * kindWeight[term.kind];
  if (ordered && term.ordered === span.key) {
    if (term.typography !== span.typography()) {
      score *= 0.975;
      by.push("spelling");
    } else if (term.text !== span.text()) score *= 0.998;
  } else if (ordered && term.bare === span.key) {
    score *= 0.955;
    by.push("salt-or-form");
  } else if (!ordered && term.sorted === span.sorted()) {
    score *= term.isChinese ? 0.9 : 0.93;
    by.push("word-order");
  } else return null;
  if (!fitsGaps(term, span.text(), ordered, span.isWhole || span.isCaseless)) return null;
  if (!span.isWhole && namesOnlyAField(term)) return null;
  if (!term.isShortForm && isAcronymOfWord(term, span)) score *= notTheWord;
  if (term.isShortForm) {
    const factor = caseFactor(term, span);
    if (factor === 0) return null;
    if (factor < 1) by.push("abbreviation-case");
    score *= factor;
  } else if (term.kind === "gene" && span.text() === span.text().toLowerCase() && isEverydayWord(span.text()))
    return null;
  if (term.kind === "drug" && /[/+&]| and | with /i.test(term.text)) score *= combination;
  if (term.kind === "code") by.push("code-title");
  return { score: term.usable ? score : score * 0.5, by };
}

/**
 * Names that stand for their concept only where they are all that is written: a gene's alias of a letter and a number ("A2"),
 * one word of a code's index or its short form ("Axis", "PR"), and what a code system calls other.
 */
const namesOnlyAField = (term: TermFacts): boolean =>
  (term.kind === "gene" && term.role === "abbreviation" && /^[A-Z]-?\d{1,2}$/i.test(term.text)) ||
  (term.kind === "code" &&
    (term.isShortForm || (term.role === "inclusion-term" && term.isSolid) || /^other\b/i.test(term.text)));

/** Letters in capitals among other words are a short form rather than the word that has them too ("ART", "PSA"). */
const notTheWord = 0.7;
const isAcronymOfWord = (term: TermFacts, span: WrittenSpan): boolean =>
  !span.isWhole &&
  !span.isCaseless &&
  term.isSolid &&
  term.text.length < 5 &&
  /^[A-Z]{2,4}$/.test(span.text()) &&
  /[a-z]/.test(term.text);

/** "PSA" may be PsA, "CR" may be Cr, where nothing else has those letters. */
const anotherCase = 0.7;

/**
 * How much of its certainty a short form keeps as it is written. In running text it keeps its letters and capitals: "was" is
 * not the gene WAS, "GCP" not GCPS, "mcL" not MCL. "ms" in a field of its own may be MS.
 */
function caseFactor(term: TermFacts, span: WrittenSpan): number {
  const written = lettersOf(span.text());
  const name = lettersOf(term.text);
  const lower = written.toLowerCase();
  const isPlural = lower === `${name.toLowerCase()}s`;
  const isSame =
    isPlural || lower === name.toLowerCase() || (name.endsWith("s") && lower === name.slice(0, -1).toLowerCase());
  if (!isSame || (!span.isWhole && isFunctionWord(lower))) return 0;
  if (isPlural && written.endsWith("S") && !span.isWhole && name.length < 5) return 0;
  const isGene = term.kind === "gene" || term.kind === "family" || term.kind === "variant";
  if (written !== lower && !span.isCaseless) {
    const base = isPlural && written.endsWith("s") ? written.slice(0, -1) : written;
    if (base === base.toUpperCase()) return name === base || !/[a-z]/.test(name) ? 1 : anotherCase;
    if (base === name) return 1;
    if (/^[A-Z][a-z]+$/.test(written)) return !span.isWhole || isGene || isEverydayWord(lower) ? 0 : 0.7;
    return base.length > 3 && (base.match(/[A-Z]/g)?.length ?? 0) > 1 ? 0.9 : 0;
  }
  if (isEverydayWord(lower) || (!span.isWhole && !span.isCaseless)) return 0;
  if (lower.length <= 2) return span.isWhole ? 0.7 : 0;
  if (isGene) return lower.length >= 4 || span.isWhole ? 0.8 : 0.6;
  return lower.length === 3 && !span.isWhole ? 0.8 : 0.88;
}
