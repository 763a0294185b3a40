"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ColumnNames } from "./columns.tsx";

/** Column headings in the reader's language. */
export function useColumnNames(): ColumnNames {
  const t = useTranslations("compounds.column");
  return useMemo(
    () => ({
      structure: t("structure"),
      name: t("name"),
      id: t("id"),
      formula: t("formula"),
      smiles: "SMILES",
      inchikey: "InChIKey",
      createdAt: t("createdAt"),
      mw: t("mw"),
      clogp: t("clogp"),
      tpsa: t("tpsa"),
      hbd: t("hbd"),
      hba: t("hba"),
      rotatableBonds: t("rotatableBonds"),
      fsp3: t("fsp3"),
      ringCount: t("ringCount"),
      heavyAtoms: t("heavyAtoms"),
    }),
    [t],
  );
}
