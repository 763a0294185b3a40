"use client";

import type { ConceptRef, ConceptSet } from "@qinghao/trials/schema";
import { IconButton, Switch } from "@qinghao/ui";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { wordsOf } from "../review/tree-concepts.ts";
import { type ConceptKinds, ConceptPicker } from "./concept-picker.tsx";
import { patched } from "./patched.ts";

/** One concept: the laboratory item of a value, the gene of a variant. */
export function ConceptField({
  label,
  kinds,
  value,
  onChange,
}: {
  label: string;
  kinds: ConceptKinds;
  value: ConceptRef;
  onChange: (concept: ConceptRef) => void;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-xs font-medium text-ink-2">{label}</span>
      {value.id !== "" && <Chips concepts={[value]} />}
      <ConceptPicker label={label} kinds={kinds} onPick={onChange} />
    </div>
  );
}

/** Several concepts, what is below them or not, and what is excepted. */
export function ConceptSetFields({
  kinds,
  value,
  onChange,
}: {
  kinds: ConceptKinds;
  value: ConceptSet;
  onChange: (set: ConceptSet) => void;
}) {
  const t = useTranslations("trials.edit");
  const without = (list: readonly ConceptRef[], id: string) => list.filter((one) => one.id !== id);
  const except = value.except ?? [];
  const setExcept = (list: ConceptRef[]) => onChange(patched(value, { except: list.length === 0 ? undefined : list }));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-col gap-1">
        <span className="text-xs font-medium text-ink-2">{t("concepts")}</span>
        <Chips concepts={value.of} onRemove={(id) => onChange({ ...value, of: without(value.of, id) })} />
        <ConceptPicker
          label={t("concepts")}
          kinds={kinds}
          onPick={(one) => onChange({ ...value, of: [...without(value.of, one.id), one] })}
        />
      </div>
      <Switch
        isSelected={value.descendants !== false}
        onChange={(below) => onChange(patched(value, { descendants: below ? undefined : false }))}
      >
        {t("descendants")}
      </Switch>
      <details open={except.length > 0}>
        <summary className="cursor-pointer text-xs text-ink-2">{t("except")}</summary>
        <div className="flex flex-col gap-1 pt-1">
          <Chips concepts={except} onRemove={(id) => setExcept(without(except, id))} />
          <ConceptPicker
            label={t("except")}
            kinds={kinds}
            onPick={(one) => setExcept([...without(except, one.id), one])}
          />
        </div>
      </details>
    </div>
  );
}

function Chips({ concepts, onRemove }: { concepts: readonly ConceptRef[]; onRemove?: (id: string) => void }) {
  const t = useTranslations("trials.edit");
  const locale = useLocale();
  if (concepts.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1">
      {concepts.map((one) => (
        <li key={one.id} className="flex max-w-full items-center gap-1 rounded-sm bg-accent-soft pl-2 text-sm text-ink">
          <span className="truncate">{wordsOf(one, locale)}</span>
          <span className="numeric shrink-0 pr-1 text-xs text-ink-2">{one.id}</span>
          {onRemove !== undefined && (
            <IconButton
              size="small"
              label={t("removeConcept", { name: wordsOf(one, locale) })}
              icon={<X aria-hidden size={12} />}
              onPress={() => onRemove(one.id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
