"use client";

import { Select, SetNumberField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { DockingFields, RescoringFields } from "./docking-fields.tsx";
import { ClusterFields, KnownActiveFields } from "./ligand-fields.tsx";
import { rangesText } from "./ranges-text.ts";
import { type missingOf, type PresetId, presetIds, presets, type StageDraft } from "./stage-draft.ts";

/** The settings of one stage's method. */
export function StageFields({
  draft,
  missing,
  onChange,
}: {
  draft: StageDraft;
  /** What the stage lacked when the form was sent; null: nothing, or it was not sent yet. */
  missing: ReturnType<typeof missingOf>;
  onChange: (draft: StageDraft) => void;
}) {
  const t = useTranslations("screening.plan");
  switch (draft.method) {
    case "property-filter":
      return (
        <div className="flex flex-col gap-2">
          <Select<PresetId>
            label={t("preset")}
            options={presetIds.map((id) => ({ id, label: t(`presets.${id}`) }))}
            value={draft.preset}
            onChange={(preset) => onChange({ ...draft, preset })}
            className="w-80"
          />
          <p className="font-mono text-xs text-ink-3">{rangesText(presets[draft.preset].ranges)}</p>
        </div>
      );
    case "diversity":
      return (
        <SetNumberField
          label={t("picks")}
          value={draft.picks}
          onChange={(picks) => onChange({ ...draft, picks })}
          minValue={1}
          maxValue={2000}
          className="w-44"
        />
      );
    case "docking":
      return <DockingFields draft={draft} isMissing={missing === "receptor"} onChange={onChange} />;
    case "rescoring":
      return (
        <>
          <RescoringFields draft={draft} isMissing={missing === "receptor"} onChange={onChange} />
          {missing === "poses" && (
            <p role="alert" className="text-xs text-danger">
              {t("posesMissing")}
            </p>
          )}
        </>
      );
    case "cluster-representatives":
      return <ClusterFields draft={draft} onChange={onChange} />;
    default:
      return <KnownActiveFields draft={draft} isMissing={missing !== null} onChange={onChange} />;
  }
}
