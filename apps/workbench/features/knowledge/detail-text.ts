"use client";

import { useLocale, useTranslations } from "next-intl";

const keys = [
  "action",
  "approved",
  "by",
  "category",
  "date",
  "decided",
  "direction",
  "eid",
  "frequency",
  "half",
  "kind",
  "labels",
  "level",
  "note",
  "onset",
  "phase",
  "pmid",
  "rating",
  "readBy",
  "relation",
  "severity",
  "significance",
  "similarity",
  "type",
  "variant",
] as const;

/** Values that are words, by their letters and digits; numbers, dates and names of variants are shown as they are. */
const values = [
  "measured-activity",
  "mendelian",
  "yes",
  "no",
  "own-table",
  "listed-code",
  "curated-path",
  "same-characters",
  "equal-name",
  "equal-names",
  "names-differ",
  "stated",
  "several-diseases",
  "several-codes",
  "collective-title",
  "unspecified-code-of-category",
  "crowd",
  "expert",
  "inhibitor",
  "antagonist",
  "agonist",
  "partial-agonist",
  "inverse-agonist",
  "blocker",
  "opener",
  "activator",
  "modulator",
  "positive-modulator",
  "negative-modulator",
  "positive-allosteric-modulator",
  "negative-allosteric-modulator",
  "allosteric-antagonist",
  "binding-agent",
  "stabiliser",
  "disrupting-agent",
  "degrader",
  "cross-linking-agent",
  "substrate",
  "decreases-activity-of",
  "increases-activity-of",
  "negatively-regulates",
  "positively-regulates",
  "critical",
  "significant",
  "predictive",
  "predisposing",
  "prognostic",
  "diagnostic",
  "functional",
  "supports",
  "does-not-support",
  "n-a",
  "sensitivity-response",
  "resistance",
  "uncertain-significance",
  "poor-outcome",
  "better-outcome",
  "positive",
  "negative",
  "reduced-sensitivity",
  "adverse-response",
  "likely-pathogenic",
  "pathogenic",
  "isa",
  "partof",
  "component",
  "variant-of",
  "dagger",
  "asterisk",
  "excludes1",
  "excludes2",
  "stated-for-the-same-rubric",
  "unspecified-code-of-category-category-of-icd10cm",
  "antisense-inhibitor",
  "releasing-agent",
  "other",
  "molecularly-interacts-with",
  "physically-interacts-with",
  "interacts-with",
  "chemically-similar-to",
  "similar-to",
  "regulates",
  "disrupts",
  "produced-by",
  "increases-abundance-of",
  "decreases-abundance-of",
  "increases-stability-of",
  "negatively-correlated-with",
  "positively-correlated-with",
  "neomorphic",
  "dominant-negative",
  "gain-of-function",
  "disease-modifying",
  "symptomatic",
  "hp-0040280",
  "hp-0040281",
  "hp-0040282",
  "hp-0040283",
  "hp-0040284",
  "hp-0040285",
  "hp-0003577",
  "hp-0003593",
  "hp-0011463",
  "hp-0003623",
  "hp-0011461",
  "hp-0003621",
  "hp-0003581",
  "hp-0011462",
  "hp-0030674",
  "hp-0003584",
  "hp-0003596",
] as const;

/** What a detail of a relation is called. */
export function useDetailName(): (key: string) => string {
  const t = useTranslations("knowledge.detail");
  return (key) => {
    const camel = key.replace(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const known = keys.find((one) => one === camel);
    return known === undefined ? key : t(known);
  };
}

/** A detail's value in the reader's language, where it is a word that the sources use often. */
export function useDetailValue(): (value: string) => string {
  const t = useTranslations("knowledge.detailValue");
  const inWords = (value: string): string => {
    const plain = value.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const known = values.find((one) => one === plain);
    return known === undefined ? value : t(known);
  };
  // Some sources join two words of action: `antagonist/inhibitor`.
  return (value) => (/^[a-z -]+\/[a-z -]+$/i.test(value) ? value.split("/").map(inWords).join("/") : inWords(value));
}

/** All details of a relation as one line. */
export function useDetailText(): (detail: Readonly<Record<string, string>>) => string {
  const name = useDetailName();
  const show = useDetailValue();
  const t = useTranslations("knowledge");
  const locale = useLocale();
  return (detail) =>
    Object.entries(detail)
      .map(([key, value]) => t("detailPair", { name: name(key), value: show(value) }))
      .join(locale === "zh" ? "；" : "; ");
}
