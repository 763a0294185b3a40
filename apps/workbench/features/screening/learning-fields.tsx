"use client";

import { SetNumberField, Switch } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { type LearningDraft, usualLearning } from "./stage-draft.ts";

/** Whether a share of the ligands is docked, chosen by active learning, how large it is, and in how many batches. */
export function LearningFields({
  value,
  onChange,
}: {
  value: LearningDraft | null;
  onChange: (value: LearningDraft | null) => void;
}) {
  const t = useTranslations("screening.plan.learning");
  return (
    <div className="flex flex-col gap-3">
      <Switch isSelected={value !== null} onChange={(isOn) => onChange(isOn ? usualLearning : null)}>
        {t("switch")}
      </Switch>
      {value !== null && (
        <>
          <p className="max-w-2xl text-sm text-ink-2">{t("help")}</p>
          <div className="flex flex-wrap items-end gap-3">
            <SetNumberField
              label={t("percent")}
              value={value.percent}
              onChange={(percent) => onChange({ ...value, percent })}
              minValue={0.1}
              maxValue={99}
              step={0.1}
              className="w-44"
            />
            <SetNumberField
              label={t("batches")}
              value={value.batches}
              onChange={(batches) => onChange({ ...value, batches })}
              minValue={2}
              maxValue={50}
              className="w-32"
            />
          </div>
        </>
      )}
    </div>
  );
}
