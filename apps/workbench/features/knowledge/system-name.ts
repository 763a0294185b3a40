"use client";

import { useTranslations } from "next-intl";

/** Code systems that a concept can be expanded to, in the order in which they are offered. */
export const codeSystems = ["icd10-cn", "icd10cm", "icd9-cm3", "atc", "loinc"] as const;

const named = [...codeSystems, "icd9cm3", "oncotree", "mesh"] as const;

/** What a code system is called; one that is not known by name is shown by its id. */
export function useSystemName(): (system: string) => string {
  const t = useTranslations("knowledge.system");
  return (system) => {
    const known = named.find((one) => one === system.toLowerCase());
    return known === undefined ? system : t(known);
  };
}
