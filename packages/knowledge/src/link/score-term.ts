import type { ConceptKind, TermRole } from "../schema.ts";
import type { Normalisation } from "./mention.ts";
import { isEverydayWord, isFunctionWord } from "./stop-list.ts";
import type { TermFacts } from "./term-facts.ts";

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

/** Short forms keep their capitals: "was" is not the gene WAS, "ms" in a field of its own may be MS. */
function caseFactor(term: TermFacts, span: WrittenSpan): number {
  const written = span.text().replace(/[^A-Za-z]/g, "");
  const isGene = term.kind === "gene" || term.kind === "family" || term.kind === "variant";
  const lower = written.toLowerCase();
  const isLower = written === lower;
  if (!span.isWhole && isFunctionWord(lower)) return 0;
  if (!isLower && !span.isCaseless) {
    if (written === term.text || written === term.text.toUpperCase()) return 1;
    return /^[A-Z][a-z]+$/.test(written) ? (isGene || isEverydayWord(lower) ? 0 : 0.7) : 0.9;
  }
  if (isEverydayWord(lower)) return 0;
  if (lower.length <= 2) return span.isWhole ? 0.7 : 0;
  if (isGene) return lower.length >= 4 || span.isWhole ? 0.8 : 0.6;
  return lower.length === 3 && !span.isWhole ? 0.8 : 0.88;
}
