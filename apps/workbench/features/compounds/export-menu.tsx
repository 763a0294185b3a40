"use client";

import { Button, Menu } from "@qinghao/ui";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { TableState } from "../../compound-filter/table-state.ts";
import { exportAddress } from "./export-address.ts";

export type ExportMenuProps = {
  readonly projectId: string;
  readonly state: TableState;
  /** Columns shown now; the file holds these. */
  readonly columns: readonly string[];
  readonly total: number;
};

/** Downloads the compounds that pass the table's filter, with its columns, in the order of registration. */
export function ExportMenu({ projectId, state, columns, total }: ExportMenuProps) {
  const t = useTranslations("compounds.export");
  const download = (format: "csv" | "sdf") => {
    const link = document.createElement("a");
    link.href = exportAddress(projectId, format, state, columns);
    link.download = "";
    link.click();
  };
  return (
    <Menu
      label={t("label")}
      placement="bottom end"
      trigger={<Button icon={<Download aria-hidden size={14} />}>{t("label")}</Button>}
      entries={[
        { id: "csv", label: t("csv", { total }), description: t("csvAbout"), onAction: () => download("csv") },
        { id: "sdf", label: t("sdf", { total }), description: t("sdfAbout"), onAction: () => download("sdf") },
      ]}
    />
  );
}
