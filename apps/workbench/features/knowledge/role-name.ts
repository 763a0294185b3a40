"use client";

import { useTranslations } from "next-intl";
import { roleOrder } from "./vocabulary.ts";

/** What a name is to its concept, in the reader's language; anything but a known role is an identifier. */
export function useRoleName(): (role: string) => string {
  const t = useTranslations("knowledge.role");
  return (role) => {
    const known = roleOrder.find((one) => one === role);
    return known === undefined ? t("identifier") : t(known);
  };
}
