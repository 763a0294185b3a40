"use client";

import { useTranslations } from "next-intl";

/** Code systems that a concept can be expanded to, in the order in which they are offered. */
export const codeSystems = ["icd10-cn", "icd10cm", "icd9-cm3", "atc", "loinc"] as const;

const named = [...codeSystems, "oncotree", "mesh"] as const;

/** What a code system is called; a site's own is called by its name, one that is not known by its id. */
export function useSystemName(): (system: string) => string {
  const t = useTranslations("knowledge.system");
  return (system) => {
    const known = named.find((one) => one === system.toLowerCase());
    if (known !== undefined) return t(known);
    return system.startsWith("local:") ? t("local", { name: system.slice("local:".length) }) : system;
  };
}
