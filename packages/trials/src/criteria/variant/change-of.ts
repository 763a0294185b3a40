import type { Fact } from "@qinghao/clinical";
import type { VariantLeaf } from "./variant.schema.ts";

/** What sort of change a record speaks of; "unspecified" where it names the gene alone. */
export type RecordedChange = Exclude<VariantLeaf["change"], "any"> | "unspecified";

const changeWords: readonly (readonly [RegExp, RecordedChange])[] = [
  [/WILD[- ]?TYPE|野生/, "wild-type"],
  [/AMPLIFICATION|\bAMP\b|COPY NUMBER GAIN|扩增/, "amplification"],
  [/FUSION|REARRANGEMENT|TRANSLOCATION|融合|重排/, "fusion"],
  [/EXPRESSION|IHC|表达/, "expression"],
  [/^(HOMOZYGOUS |GENE |WHOLE GENE )?(DELETION|LOSS)$|COPY NUMBER LOSS|^缺失$/, "deletion"],
];

/** Deletions within an exon or of amino acids are mutations; the loss of the gene is a deletion. */
export function changeOf(fact: Fact): RecordedChange {
  if (fact.value?.type === "quantity") return "expression";
  const text = fact.alteration?.toUpperCase().trim() ?? "";
  if (text === "") return "unspecified";
  return changeWords.find(([pattern]) => pattern.test(text))?.[1] ?? "mutation";
}

const codon = /^[A-Z]\d+$/;

/**
 * Whether a recorded alteration is one of those wanted or finer than it: "EXON 19 DELETION" holds "EXON 19 DELETION (E746_A750)", the
 * codon "V600" holds V600E.
 */
export function isAlteration(recorded: string, wanted: readonly string[]): boolean {
  const value = normal(recorded);
  return wanted.some((one) => {
    const asked = normal(one);
    const rest = value.startsWith(asked) ? value.slice(asked.length) : null;
    return rest !== null && !(codon.test(asked) ? /^\d/ : /^[0-9A-Z]/).test(rest);
  });
}

const normal = (text: string): string => text.toUpperCase().replace(/^P\./, "").replace(/\s+/g, " ").trim();
