"use client";

import type { ReceptorInspection } from "@qinghao/api/schema";
import { Checkbox, Segmented, SetNumberField, Switch } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { chainOf, type ReceptorDraft } from "./receptor-draft.ts";

type Report = NonNullable<ReceptorInspection["report"]>;

/** What of the file becomes the receptor, and how it is protonated. */
export function KeepFields({
  whole,
  draft,
  onChange,
}: {
  /** Of the file as it is, nothing left out. */
  whole: Report;
  draft: ReceptorDraft;
  onChange: (change: Partial<ReceptorDraft>) => void;
}) {
  const t = useTranslations("receptors.keep");
  const all = whole.chains.map(({ chain }) => chain);
  const kept = draft.chains ?? all;
  const keepChain = (chain: string, isKept: boolean) => {
    const chains = all.filter((one) => (one === chain ? isKept : kept.includes(one)));
    onChange({ chains: chains.length === all.length ? null : chains });
  };
  const waters = whole.hetero.filter(({ kind }) => kind === "water").length;
  const ligand = draft.site.kind === "ligand" ? draft.site.residue : null;
  const molecules = whole.hetero.filter(
    ({ kind, residue }) => (kind === "ion" || kind === "molecule") && kept.includes(chainOf(residue)),
  );
  return (
    <div className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 text-xs font-medium text-ink-2">{t("chains")}</legend>
        <div className="flex flex-wrap gap-x-5">
          {whole.chains.map(({ chain, residues }) => (
            <Checkbox
              key={chain}
              isSelected={kept.includes(chain)}
              isDisabled={kept.length === 1 && kept[0] === chain}
              onChange={(isKept) => keepChain(chain, isKept)}
            >
              {t("chain", { chain: chain === "" ? "–" : chain, residues })}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      {molecules.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1 text-xs font-medium text-ink-2">{t("molecules")}</legend>
          <div className="grid max-h-44 grid-cols-2 gap-x-3 overflow-y-auto">
            {molecules.map(({ residue, heavyAtoms }) => (
              <Checkbox
                key={residue}
                isSelected={residue !== ligand && !draft.left.includes(residue)}
                isDisabled={residue === ligand}
                onChange={(isKept) =>
                  onChange({
                    left: isKept ? draft.left.filter((one) => one !== residue) : [...draft.left, residue],
                  })
                }
              >
                <span className="min-w-0">
                  <span className="font-mono text-xs">{residue}</span>{" "}
                  <span className="text-xs text-ink-3">
                    {residue === ligand ? t("isLigand") : t("heavy", { count: heavyAtoms })}
                  </span>
                </span>
              </Checkbox>
            ))}
          </div>
        </fieldset>
      )}
      {waters > 0 && (
        <Switch
          isSelected={draft.waters === "keep"}
          onChange={(isKept) => onChange({ waters: isKept ? "keep" : "drop" })}
        >
          {t("waters", { count: waters })}
        </Switch>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <SetNumberField
          label={t("pH")}
          value={draft.pH}
          onChange={(pH) => onChange({ pH })}
          minValue={0}
          maxValue={14}
          step={0.1}
          className="w-32"
        />
        <div className="flex flex-col gap-1">
          <span className="text-xs font-medium text-ink-2">{t("hydrogens")}</span>
          <Segmented
            label={t("hydrogens")}
            value={draft.hydrogens}
            onChange={(hydrogens) => onChange({ hydrogens })}
            options={[
              { id: "polar", label: t("polar") },
              { id: "all", label: t("all") },
            ]}
          />
        </div>
      </div>
    </div>
  );
}
