"use client";

import type { Leaf } from "@qinghao/trials/schema";
import { Select, SetNumberField, TextField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { ChoiceField, ListField, ManyField } from "./choice-fields.tsx";
import { ConceptSetFields } from "./concept-fields.tsx";
import type { ConceptKinds } from "./concept-picker.tsx";
import { MeasurementForm, ResultForm, ScoreForm, VariantForm } from "./measured-forms.tsx";
import { CountFields, RangeFields, WindowFields } from "./number-fields.tsx";
import { patched } from "./patched.ts";
import { DrugForm, ProcedureForm } from "./treatment-forms.tsx";
import { WorldSwitch } from "./world-switch.tsx";

const diseases: ConceptKinds = ["disease", "phenotype", "code"];
const drugs: ConceptKinds = ["drug", "drug-class", "code"];
const procedures: ConceptKinds = ["procedure", "code"];

/** The fields of one leaf by its kind, then those of time, count and world that it shares with others. */
export function LeafForm({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  return (
    <div className="flex flex-col gap-3">
      <OwnFields leaf={leaf} onChange={onChange} />
      {isTimed(leaf) && (
        <>
          <WindowFields value={leaf.when} onChange={(when) => onChange(patched(leaf, { when }))} />
          {isCounted(leaf) && (
            <CountFields value={leaf.count} onChange={(count) => onChange(patched(leaf, { count }))} />
          )}
          {!isResult(leaf) && (
            <WorldSwitch value={leaf.world} onChange={(world) => onChange(patched(leaf, { world }))} />
          )}
        </>
      )}
    </div>
  );
}

type Untimed = Extract<Leaf, { kind: "age" | "sex" | "consent" | "life-expectancy" | "text" }>;
type Timed = Exclude<Leaf, Untimed>;
type Counted = Extract<Leaf, { kind: "condition" | "procedure" | "drug" | "allergy" | "visit" }>;
const untimed = new Set<Leaf["kind"]>(["age", "sex", "consent", "life-expectancy", "text"]);
const counted = new Set<Leaf["kind"]>(["condition", "procedure", "drug", "allergy", "visit"]);
/** Silence about a result never means that there was none. */
const results = new Set<Leaf["kind"]>(["measurement", "score", "ctcae", "result"]);
const isTimed = (leaf: Leaf): leaf is Timed => !untimed.has(leaf.kind);
const isCounted = (leaf: Leaf): leaf is Counted => counted.has(leaf.kind);
const isResult = (leaf: Leaf): boolean => results.has(leaf.kind);

function OwnFields({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  const t = useTranslations("trials.edit");
  switch (leaf.kind) {
    case "age":
    case "life-expectancy":
      return (
        <div className="flex flex-wrap items-start gap-3">
          <RangeFields value={leaf.range} onChange={(range) => onChange({ ...leaf, range })} />
          <Select
            label={t("unit")}
            value={leaf.unit}
            onChange={(unit) => onChange({ ...leaf, unit })}
            options={(["year", "month", "week", "day"] as const).map((id) => ({ id, label: t(`timeUnit.${id}`) }))}
            className="w-28"
          />
        </div>
      );
    case "sex":
      return (
        <ManyField
          label={t("sexIs")}
          options={(["female", "male", "other"] as const).map((id) => ({ id, label: t(`sex.${id}`) }))}
          value={leaf.is}
          onChange={(is) => onChange({ ...leaf, is })}
        />
      );
    case "condition":
      return (
        <>
          <ConceptSetFields
            kinds={diseases}
            value={leaf.concepts}
            onChange={(concepts) => onChange({ ...leaf, concepts })}
          />
          <ChoiceField
            label={t("status")}
            value={leaf.status ?? "any"}
            options={(["any", "ever", "active"] as const).map((id) => ({ id, label: t(`conditionStatus.${id}`) }))}
            onChange={(status) => onChange(patched(leaf, { status: status === "any" ? undefined : status }))}
          />
          <ListField
            label={t("qualifiers")}
            description={t("qualifiersHelp")}
            value={leaf.qualifiers}
            onChange={(qualifiers) => onChange(patched(leaf, { qualifiers }))}
          />
        </>
      );
    case "procedure":
      return <ProcedureForm leaf={leaf} kinds={procedures} onChange={onChange} />;
    case "allergy":
      return (
        <ConceptSetFields
          kinds={[...drugs, ...diseases]}
          value={leaf.concepts}
          onChange={(concepts) => onChange({ ...leaf, concepts })}
        />
      );
    case "drug":
      return <DrugForm leaf={leaf} kinds={drugs} onChange={onChange} />;
    case "therapy-lines":
      return <RangeFields value={leaf.range} onChange={(range) => onChange({ ...leaf, range })} />;
    case "measurement":
      return <MeasurementForm leaf={leaf} onChange={onChange} />;
    case "result":
      return <ResultForm leaf={leaf} onChange={onChange} />;
    case "score":
      return <ScoreForm leaf={leaf} onChange={onChange} />;
    case "variant":
      return <VariantForm leaf={leaf} onChange={onChange} />;
    case "ctcae":
      return (
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            label={t("ctcaeTerm")}
            value={leaf.term}
            onChange={(term) => onChange({ ...leaf, term })}
            className="w-64"
          />
          {(["min", "max"] as const).map((side) => (
            <SetNumberField
              key={side}
              label={t(side === "min" ? "gradeMin" : "gradeMax")}
              value={leaf.grade[side]}
              minValue={0}
              maxValue={5}
              onChange={(grade) => onChange({ ...leaf, grade: { ...leaf.grade, [side]: grade } })}
              className="w-28"
            />
          ))}
        </div>
      );
    case "stage":
      return (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            {(["groups", "t", "n", "m"] as const).map((part) => (
              <ListField
                key={part}
                label={t(`stagePart.${part}`)}
                value={leaf[part]}
                onChange={(list) => onChange(patched(leaf, { [part]: list }))}
              />
            ))}
          </div>
          <ConceptSetFields
            kinds={diseases}
            value={leaf.concepts ?? { of: [] }}
            onChange={(concepts) =>
              onChange(patched(leaf, { concepts: concepts.of.length === 0 ? undefined : concepts }))
            }
          />
        </>
      );
    case "reproduction":
      return (
        <ChoiceField
          label={t("state")}
          value={leaf.state}
          options={reproductionStates.map((id) => ({ id, label: t(`reproduction.${id}`) }))}
          onChange={(state) => onChange({ ...leaf, state })}
        />
      );
    case "consent":
      return (
        <ChoiceField
          label={t("consentTo")}
          value={leaf.to}
          options={consents.map((id) => ({ id, label: t(`consent.${id}`) }))}
          onChange={(to) => onChange({ ...leaf, to })}
        />
      );
    case "visit":
      return (
        <ChoiceField
          label={t("setting")}
          value={leaf.setting}
          options={(["any", "inpatient", "outpatient", "emergency"] as const).map((id) => ({
            id,
            label: t(`visit.${id}`),
          }))}
          onChange={(setting) => onChange({ ...leaf, setting })}
        />
      );
    case "text":
      return (
        <TextField
          label={t("textLeaf")}
          description={t("textLeafHelp")}
          rows={2}
          value={leaf.text}
          onChange={(text) => onChange({ ...leaf, text })}
        />
      );
  }
}

const reproductionStates = [
  "pregnant",
  "breastfeeding",
  "childbearing-potential",
  "contraception",
  "postmenopausal",
  "surgically-sterile",
] as const;
const consents = [
  "participate",
  "biopsy",
  "genetic-testing",
  "contraception",
  "follow-up",
  "data-sharing",
  "other",
] as const;
