"use client";

import {
  type MeasureExpression,
  type MeasurementLeaf,
  picks,
  type ResultLeaf,
  type ScoreLeaf,
  scoreNames,
  type VariantLeaf,
} from "@qinghao/trials/schema";
import { Select, Switch, TextField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { ChoiceField, ListField, ManyField } from "./choice-fields.tsx";
import { ConceptField } from "./concept-fields.tsx";
import type { ConceptKinds } from "./concept-picker.tsx";
import { noConcept } from "./new-node.ts";
import { RangeFields } from "./number-fields.tsx";
import { patched } from "./patched.ts";

const labs: ConceptKinds = ["lab"];
const genes: ConceptKinds = ["gene", "family"];
const expressions = ["value", "times-upper-limit", "times-lower-limit", "ratio", "change"] as const;

export type Form<L> = { leaf: L; onChange: (leaf: L) => void };

export function MeasurementForm({ leaf, onChange }: Form<MeasurementLeaf>) {
  const t = useTranslations("trials.edit");
  const { expression } = leaf;
  const setExpression = (type: MeasureExpression["type"]) => {
    const next: MeasureExpression =
      type === "ratio" ? { type, to: noConcept } : type === "change" ? { type, relative: true } : { type };
    const isMultiple = type === "times-upper-limit" || type === "times-lower-limit";
    onChange({ ...leaf, expression: next, ...(isMultiple ? { unit: null } : {}) });
  };
  const hasUnit = expression.type !== "times-upper-limit" && expression.type !== "times-lower-limit";
  return (
    <>
      <ConceptField label={t("item")} kinds={labs} value={leaf.item} onChange={(item) => onChange({ ...leaf, item })} />
      <div className="flex flex-wrap items-start gap-3">
        <Select
          label={t("expression")}
          value={expression.type}
          onChange={setExpression}
          options={expressions.map((id) => ({ id, label: t(`expressionName.${id}`) }))}
          className="w-52"
        />
        <RangeFields value={leaf.range} onChange={(range) => onChange({ ...leaf, range })} />
        {hasUnit && (
          <TextField
            label={t("ucum")}
            value={leaf.unit ?? ""}
            onChange={(unit) => onChange({ ...leaf, unit: unit.trim() === "" ? null : unit.trim() })}
            className="w-28"
          />
        )}
        <PickField value={leaf.pick} onChange={(pick) => onChange(patched(leaf, { pick }))} />
      </div>
      {expression.type === "ratio" && (
        <ConceptField
          label={t("ratioTo")}
          kinds={labs}
          value={expression.to}
          onChange={(to) => onChange({ ...leaf, expression: { type: "ratio", to } })}
        />
      )}
      {expression.type === "change" && (
        <Switch
          isSelected={expression.relative}
          onChange={(relative) => onChange({ ...leaf, expression: { type: "change", relative } })}
        >
          {t("relative")}
        </Switch>
      )}
      <ChoiceField
        label={t("fasting")}
        value={leaf.fasting === undefined ? "any" : leaf.fasting ? "yes" : "no"}
        options={(["any", "yes", "no"] as const).map((id) => ({ id, label: t(`fastingIs.${id}`) }))}
        onChange={(is) => onChange(patched(leaf, { fasting: is === "any" ? undefined : is === "yes" }))}
      />
    </>
  );
}

export function ResultForm({ leaf, onChange }: Form<ResultLeaf>) {
  const t = useTranslations("trials.edit");
  const answers = ["positive", "negative", "equivocal", "normal", "abnormal"] as const;
  return (
    <>
      <ConceptField label={t("item")} kinds={labs} value={leaf.item} onChange={(item) => onChange({ ...leaf, item })} />
      <ManyField
        label={t("resultIs")}
        options={answers.map((id) => ({ id, label: t(`result.${id}`) }))}
        value={leaf.is}
        onChange={(is) => onChange({ ...leaf, is })}
      />
      <PickField value={leaf.pick} onChange={(pick) => onChange(patched(leaf, { pick }))} />
    </>
  );
}

export function ScoreForm({ leaf, onChange }: Form<ScoreLeaf>) {
  const t = useTranslations("trials.edit");
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Select
        label={t("score")}
        value={leaf.score}
        onChange={(score) => onChange({ ...leaf, score })}
        options={scoreNames.map((id) => ({ id, label: t(`scoreName.${id}`) }))}
        className="w-64"
      />
      <RangeFields value={leaf.range} onChange={(range) => onChange({ ...leaf, range })} />
      <PickField value={leaf.pick} onChange={(pick) => onChange(patched(leaf, { pick }))} />
    </div>
  );
}

export function VariantForm({ leaf, onChange }: Form<VariantLeaf>) {
  const t = useTranslations("trials.edit");
  const changes = ["any", "mutation", "amplification", "fusion", "deletion", "expression", "wild-type"] as const;
  return (
    <>
      <ConceptField
        label={t("gene")}
        kinds={genes}
        value={leaf.gene}
        onChange={(gene) => onChange({ ...leaf, gene })}
      />
      <div className="flex flex-wrap gap-3">
        <ChoiceField
          label={t("variantChange")}
          value={leaf.change}
          options={changes.map((id) => ({ id, label: t(`variant.${id}`) }))}
          onChange={(change) => onChange({ ...leaf, change })}
        />
        <ChoiceField
          label={t("status")}
          value={leaf.status}
          options={(["positive", "negative"] as const).map((id) => ({ id, label: t(`result.${id}`) }))}
          onChange={(status) => onChange({ ...leaf, status })}
        />
      </div>
      <ListField
        label={t("alterations")}
        value={leaf.alterations}
        onChange={(alterations) => onChange(patched(leaf, { alterations }))}
      />
      <Switch
        isSelected={leaf.level !== undefined}
        onChange={(on) => onChange(patched(leaf, { level: on ? { range: { min: 1 }, unit: "%" } : undefined }))}
      >
        {t("level")}
      </Switch>
      {leaf.level !== undefined && (
        <div className="flex flex-wrap gap-3 pl-9">
          <RangeFields
            value={leaf.level.range}
            onChange={(range) => onChange({ ...leaf, level: { unit: leaf.level?.unit ?? "%", range } })}
          />
          <TextField
            label={t("unit")}
            value={leaf.level.unit}
            onChange={(unit) => onChange({ ...leaf, level: { range: leaf.level?.range ?? { min: 1 }, unit } })}
            className="w-28"
          />
        </div>
      )}
    </>
  );
}

function PickField({
  value,
  onChange,
}: {
  value: (typeof picks)[number] | undefined;
  onChange: (pick: (typeof picks)[number] | undefined) => void;
}) {
  const t = useTranslations("trials.edit");
  return (
    <Select
      label={t("pick")}
      value={value ?? "latest"}
      onChange={(pick) => onChange(pick === "latest" ? undefined : pick)}
      options={picks.map((id) => ({ id, label: t(`pickName.${id}`) }))}
      className="w-36"
    />
  );
}
