"use client";

import { NumberField, Segmented, SetNumberField, Switch } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { LearningFields } from "./learning-fields.tsx";
import { ReceptorSelect } from "./receptor-select.tsx";
import { type EffortId, effortIds, efforts, type StageDraft } from "./stage-draft.ts";

type Docking = Extract<StageDraft, { method: "docking" }>;
type Rescoring = Extract<StageDraft, { method: "rescoring" }>;
type FieldsProps<Draft> = { draft: Draft; isMissing: boolean; onChange: (draft: Draft) => void };

/** Where and how hard to dock, and which ligands pass. */
export function DockingFields({ draft, isMissing, onChange }: FieldsProps<Docking>) {
  const t = useTranslations("screening.plan");
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <ReceptorSelect
          value={draft.receptor}
          isMissing={isMissing}
          onChange={(receptor) => onChange({ ...draft, receptor })}
        />
        <div className="flex flex-col gap-1">
          <span className="text-xs font-medium text-ink-2">{t("effort")}</span>
          <Segmented<EffortId>
            label={t("effort")}
            value={draft.effort}
            onChange={(effort) => onChange({ ...draft, effort })}
            options={effortIds.map((id) => ({ id, label: t(`efforts.${id}`) }))}
          />
        </div>
        <span className="flex h-8 items-center text-xs text-ink-3">
          {t("exhaustiveness", { value: efforts[draft.effort] })}
        </span>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <SetNumberField
          label={t("poses")}
          value={draft.poses}
          onChange={(poses) => onChange({ ...draft, poses })}
          minValue={1}
          maxValue={20}
          className="w-32"
        />
        <SetNumberField
          label={t("stereoisomers")}
          value={draft.stereoisomers}
          onChange={(stereoisomers) => onChange({ ...draft, stereoisomers })}
          minValue={1}
          maxValue={8}
          className="w-44"
        />
        {draft.pH !== null && (
          <SetNumberField
            label={t("tautomers")}
            value={draft.tautomers}
            onChange={(tautomers) => onChange({ ...draft, tautomers })}
            minValue={1}
            maxValue={8}
            className="w-44"
          />
        )}
        <NumberField
          label={t("ringConformers")}
          value={draft.ringConformers ?? Number.NaN}
          onChange={(shapes) => onChange({ ...draft, ringConformers: Number.isFinite(shapes) ? shapes : null })}
          placeholder={t("ringConformersAutomatic")}
          minValue={1}
          maxValue={20}
          className="w-60"
        />
        <ScoreLimit value={draft.limit} onChange={(limit) => onChange({ ...draft, limit })} />
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Switch
          isSelected={draft.pH !== null}
          onChange={(isCharged) => onChange({ ...draft, pH: isCharged ? 7.4 : null })}
        >
          {t("charged")}
        </Switch>
        {draft.pH !== null && (
          <SetNumberField
            label={t("pH")}
            hideLabel
            value={draft.pH}
            onChange={(pH) => onChange({ ...draft, pH })}
            minValue={0}
            maxValue={14}
            step={0.1}
            className="w-28"
          />
        )}
      </div>
      <LearningFields value={draft.learning} onChange={(learning) => onChange({ ...draft, learning })} />
    </div>
  );
}

/** A second score for the poses of the docking before, and whether they have to be possible. */
export function RescoringFields({ draft, isMissing, onChange }: FieldsProps<Rescoring>) {
  const t = useTranslations("screening.plan");
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-2xl text-sm text-ink-2">{t("rescoringHelp")}</p>
      <div className="flex flex-wrap items-end gap-3">
        <ReceptorSelect
          value={draft.receptor}
          isMissing={isMissing}
          onChange={(receptor) => onChange({ ...draft, receptor })}
        />
        <ScoreLimit value={draft.limit} onChange={(limit) => onChange({ ...draft, limit })} />
      </div>
      <Switch isSelected={draft.requireValid} onChange={(requireValid) => onChange({ ...draft, requireValid })}>
        {t("requireValid")}
      </Switch>
    </div>
  );
}

function ScoreLimit({ value, onChange }: { value: number | null; onChange: (limit: number | null) => void }) {
  const t = useTranslations("screening.plan");
  return (
    <NumberField
      label={t("limit")}
      placeholder={t("noLimit")}
      value={value ?? Number.NaN}
      onChange={(limit) => onChange(Number.isFinite(limit) ? limit : null)}
      step={0.1}
      steppers={false}
      className="w-52"
    />
  );
}
