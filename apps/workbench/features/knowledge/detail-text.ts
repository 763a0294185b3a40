"use client";

import { useLocale, useTranslations } from "next-intl";

const keys = [
  "action",
  "approved",
  "by",
  "category",
  "clinicalSignificance",
  "date",
  "decided",
  "direction",
  "evidence",
  "evidenceLevel",
  "evidenceType",
  "frequency",
  "half",
  "kind",
  "labels",
  "level",
  "note",
  "nct",
  "phase",
  "pmid",
  "rating",
  "readBy",
  "relation",
  "severity",
  "significance",
  "similarity",
  "type",
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

/** All details of a relation as one line. */
export function useDetailText(): (detail: Readonly<Record<string, string>>) => string {
  const name = useDetailName();
  const t = useTranslations("knowledge");
  const locale = useLocale();
  return (detail) =>
    Object.entries(detail)
      .map(([key, value]) => t("detailPair", { name: name(key), value }))
      .join(locale === "zh" ? "；" : "; ");
}
