"use client";

import type { ReceptorInspection } from "@qinghao/api/schema";
import { Select } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";

/** Which molecule of the file is the known ligand, and why the one that was proposed. */
export function BoundLigandSelect({
  ligands,
  residue,
  onChange,
}: {
  ligands: ReceptorInspection["ligands"];
  residue: string;
  onChange: (residue: string) => void;
}) {
  const t = useTranslations("receptors.site");
  const locale = useLocale();
  const chosen = ligands.find((ligand) => ligand.residue === residue);
  const isProposed = chosen !== undefined && chosen === ligands[0];
  const passedOver = ligands.filter(
    ({ role, heavyAtoms }) => role !== "ligand" && heavyAtoms > (chosen?.heavyAtoms ?? 0),
  );
  const list = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en-GB");
  return (
    <div className="flex flex-col gap-1">
      <Select
        label={t("which")}
        value={residue}
        onChange={onChange}
        options={ligands.map(({ residue: id, role, heavyAtoms }) => ({
          id,
          label: id,
          description: t("ligandFacts", { count: heavyAtoms, role }),
        }))}
      />
      {isProposed && chosen.role !== "ligand" && (
        <p className="text-xs text-ink-2">{t("ligandForWant", { residue, role: chosen.role })}</p>
      )}
      {isProposed && chosen.role === "ligand" && passedOver.length > 0 && (
        <p className="text-xs text-ink-2">
          {t("passedOver", {
            residues: list.format(
              passedOver.map((one) => t("passedOverOne", { residue: one.residue, role: one.role })),
            ),
          })}
        </p>
      )}
    </div>
  );
}
