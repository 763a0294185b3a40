"use client";

import { Button, IconButton, NumberField, Select } from "@qinghao/ui";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { emptyStage, type MethodId, methodIds, missingOf, type StageDraft } from "./stage-draft.ts";
import { StageFields } from "./stage-fields.tsx";
import { useMethods } from "./use-methods.ts";

const mostStages = 8;

/** The stages in their order; each with its method, settings and how many it keeps. */
export function StageList({
  stages,
  isTried,
  onChange,
}: {
  stages: readonly StageDraft[];
  isTried: boolean;
  onChange: (stages: StageDraft[]) => void;
}) {
  const t = useTranslations("screening.plan");
  const { methods, nameOf } = useMethods();
  const offered = methodIds.filter((id) => methods.some((method) => method.id === id));
  const receptor =
    stages.map((stage) => ("receptor" in stage ? stage.receptor : null)).find((id) => id !== null) ?? null;
  const nextKey = Math.max(0, ...stages.map(({ key }) => key)) + 1;
  const replace = (at: number, draft: StageDraft) => onChange(stages.map((one, i) => (i === at ? draft : one)));
  const swap = (at: number, other: number) => {
    const moved = [...stages];
    [moved[at], moved[other]] = [moved[other]!, moved[at]!];
    onChange(moved);
  };
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-3">
        {stages.map((draft, at) => (
          <li key={draft.key} className="flex flex-col gap-3 rounded-lg border p-4">
            <div className="flex flex-wrap items-end gap-3">
              <span className="numeric flex h-8 items-center text-sm font-medium text-ink-3">{at + 1}</span>
              <Select<MethodId>
                label={t("method")}
                options={offered.map((id) => ({ id, label: nameOf(id) }))}
                value={draft.method}
                onChange={(method) => replace(at, { ...emptyStage(method, draft.key, receptor), atMost: draft.atMost })}
                className="w-60"
              />
              <NumberField
                label={t("keepMost")}
                placeholder={t("keepMostHelp")}
                value={draft.atMost ?? Number.NaN}
                onChange={(value) => replace(at, { ...draft, atMost: Number.isFinite(value) ? value : null })}
                minValue={1}
                steppers={false}
                className="w-44"
              />
              <div className="ml-auto flex gap-1">
                <IconButton
                  label={t("up", { number: at + 1 })}
                  icon={<ArrowUp aria-hidden size={16} />}
                  isDisabled={at === 0}
                  onPress={() => swap(at, at - 1)}
                />
                <IconButton
                  label={t("down", { number: at + 1 })}
                  icon={<ArrowDown aria-hidden size={16} />}
                  isDisabled={at === stages.length - 1}
                  onPress={() => swap(at, at + 1)}
                />
                <IconButton
                  label={t("remove", { number: at + 1 })}
                  icon={<Trash2 aria-hidden size={16} />}
                  isDisabled={stages.length === 1}
                  onPress={() => onChange(stages.filter((_, i) => i !== at))}
                />
              </div>
            </div>
            <StageFields
              draft={draft}
              missing={isTried ? missingOf(draft, stages.slice(0, at)) : null}
              onChange={(changed) => replace(at, changed)}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          icon={<Plus aria-hidden size={14} />}
          isDisabled={stages.length === mostStages}
          onPress={() => onChange([...stages, emptyStage("similarity", nextKey)])}
        >
          {t("addStage")}
        </Button>
      </div>
    </div>
  );
}
