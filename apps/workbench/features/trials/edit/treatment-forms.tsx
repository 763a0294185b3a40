"use client";

import { type DrugLeaf, type ProcedureLeaf, type TreatmentIntent, treatmentIntents } from "@qinghao/trials/schema";
import { Switch, TextField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { ChoiceField, SomeField } from "./choice-fields.tsx";
import { ConceptSetFields } from "./concept-fields.tsx";
import type { ConceptKinds } from "./concept-picker.tsx";
import type { Form } from "./measured-forms.tsx";
import { RangeFields } from "./number-fields.tsx";
import { patched } from "./patched.ts";

export function DrugForm({ leaf, kinds, onChange }: Form<DrugLeaf> & { kinds: ConceptKinds }) {
  const t = useTranslations("trials.edit");
  return (
    <>
      <ConceptSetFields kinds={kinds} value={leaf.concepts} onChange={(concepts) => onChange({ ...leaf, concepts })} />
      <ChoiceField
        label={t("status")}
        value={leaf.status ?? "any"}
        options={(["any", "ever", "current", "planned"] as const).map((id) => ({ id, label: t(`drugStatus.${id}`) }))}
        onChange={(status) => onChange(patched(leaf, { status: status === "any" ? undefined : status }))}
      />
      <IntentField value={leaf.intent} onChange={(intent) => onChange(patched(leaf, { intent }))} />
      <Switch
        isSelected={leaf.dose !== undefined}
        onChange={(on) => onChange(patched(leaf, { dose: on ? { range: { min: 0 }, unit: "mg" } : undefined }))}
      >
        {t("dose")}
      </Switch>
      {leaf.dose !== undefined && (
        <div className="flex flex-wrap gap-3 pl-9">
          <RangeFields
            value={leaf.dose.range}
            onChange={(range) => onChange({ ...leaf, dose: { unit: leaf.dose?.unit ?? "mg", range } })}
          />
          <TextField
            label={t("unit")}
            value={leaf.dose.unit}
            onChange={(unit) => onChange({ ...leaf, dose: { range: leaf.dose?.range ?? { min: 0 }, unit } })}
            className="w-28"
          />
        </div>
      )}
      <Switch
        isSelected={leaf.line !== undefined}
        onChange={(on) => onChange(patched(leaf, { line: on ? { min: 1, max: 1 } : undefined }))}
      >
        {t("line")}
      </Switch>
      {leaf.line !== undefined && (
        <div className="pl-9">
          <RangeFields value={leaf.line} onChange={(line) => onChange({ ...leaf, line })} />
        </div>
      )}
    </>
  );
}

export function ProcedureForm({ leaf, kinds, onChange }: Form<ProcedureLeaf> & { kinds: ConceptKinds }) {
  const t = useTranslations("trials.edit");
  return (
    <>
      <ConceptSetFields kinds={kinds} value={leaf.concepts} onChange={(concepts) => onChange({ ...leaf, concepts })} />
      <ChoiceField
        label={t("status")}
        value={leaf.status ?? "done"}
        options={(["done", "planned"] as const).map((id) => ({ id, label: t(`procedureStatus.${id}`) }))}
        onChange={(status) => onChange(patched(leaf, { status: status === "done" ? undefined : status }))}
      />
      <IntentField value={leaf.intent} onChange={(intent) => onChange(patched(leaf, { intent }))} />
    </>
  );
}

/** What a treatment is for; none chosen asks nothing of it. */
function IntentField(props: {
  value: readonly TreatmentIntent[] | undefined;
  onChange: (intents: [TreatmentIntent, ...TreatmentIntent[]] | undefined) => void;
}) {
  const t = useTranslations("trials.edit");
  return (
    <SomeField
      label={t("intent")}
      options={treatmentIntents.map((id) => ({ id, label: t(`intentName.${id}`) }))}
      {...props}
    />
  );
}
