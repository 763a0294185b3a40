"use client";

import { termRoles } from "@qinghao/knowledge/schema";
import { useTranslations } from "next-intl";

/** What a name is to its concept, in the reader's language; anything but a known role is an identifier. */
export function useRoleName(): (role: string) => string {
  const t = useTranslations("knowledge.role");
  return (role) => {
    const known = termRoles.find((one) => one === role);
    return known === undefined ? t("identifier") : t(known);
  };
}
