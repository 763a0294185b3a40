"use client";

import { fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { NumberField, Select, TextField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { activesOf, type PresetId, presetIds, presets, type StageDraft } from "./stage-draft.ts";

const fingerprintNames: Readonly<Record<string, string>> = {
  morgan2: "Morgan (ECFP4)",
  atompair: "Atom pair",
  torsion: "Topological torsion",
  rdkit: "RDKit",
  maccs: "MACCS",
  pattern: "Pattern",
};

/** The settings of one stage's method. */
export function StageFields({
  draft,
  isTried,
  onChange,
}: {
  draft: StageDraft;
  /** The form was sent once: what is missing is said. */
  isTried: boolean;
  onChange: (draft: StageDraft) => void;
}) {
  const t = useTranslations("screening.plan");
  if (draft.method === "property-filter")
    return (
      <div className="flex flex-col gap-2">
        <Select<PresetId>
          label={t("preset")}
          options={presetIds.map((id) => ({ id, label: t(`presets.${id}`) }))}
          value={draft.preset}
          onChange={(preset) => onChange({ ...draft, preset })}
          className="w-80"
        />
        <p className="font-mono text-xs text-ink-3">{rangesText(draft.preset)}</p>
      </div>
    );
  if (draft.method === "diversity")
    return (
      <NumberField
        label={t("picks")}
        value={draft.picks}
        onChange={(picks) => Number.isFinite(picks) && onChange({ ...draft, picks })}
        minValue={1}
        maxValue={2000}
        className="w-44"
      />
    );
  const isMissing = isTried && activesOf(draft.actives).length === 0;
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t("actives")}
        rows={3}
        monospace
        value={draft.actives}
        onChange={(actives) => onChange({ ...draft, actives })}
        {...(isMissing ? { error: t("activesMissing") } : {})}
      />
      <div className="flex flex-wrap gap-3">
        <Select
          label={t("fingerprint")}
          options={fingerprintKindSchema.options
            .filter((kind) => kind !== "pattern")
            .map((id) => ({ id, label: fingerprintNames[id] ?? id }))}
          value={draft.fingerprint}
          onChange={(fingerprint) => onChange({ ...draft, fingerprint })}
          className="w-52"
        />
        <NumberField
          label={t("atLeast")}
          value={draft.atLeast}
          onChange={(atLeast) => Number.isFinite(atLeast) && onChange({ ...draft, atLeast })}
          minValue={0}
          maxValue={1}
          step={0.05}
          className="w-44"
        />
      </div>
    </div>
  );
}

const rangesText = (preset: PresetId): string =>
  presets[preset].ranges
    .map((range) => `${"min" in range ? `${range.min} ≤ ` : ""}${range.descriptor} ≤ ${range.max}`)
    .join(" · ");
