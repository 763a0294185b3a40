"use client";

import type { EventLeaf, Leaf, Temporal } from "@qinghao/trials/schema";
import { Select } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { LeafForm } from "./leaf-form.tsx";
import { newNode } from "./new-node.ts";
import { CountFields, OffsetFields } from "./number-fields.tsx";
import { patched } from "./patched.ts";

const eventKinds = ["condition", "procedure", "drug", "measurement", "result", "variant", "stage", "visit"] as const;

/** Two events and how the first lies to the second in time. */
export function TemporalForm({ tree, onChange }: { tree: Temporal; onChange: (tree: Temporal) => void }) {
  const t = useTranslations("trials.edit");
  const { relation } = tree;
  return (
    <div className="flex flex-col gap-3">
      <EventForm label={t("event")} event={tree.event} onChange={(event) => onChange({ ...tree, event })} />
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t("relation")}
          value={relation.type}
          onChange={(type) => onChange({ ...tree, relation: { type } })}
          options={(["between", "during"] as const).map((id) => ({ id, label: t(`relationName.${id}`) }))}
          className="w-44"
        />
        {relation.type === "between" && (
          <>
            <OffsetFields
              label={t("afterFrom")}
              value={relation.from}
              onChange={(from) => onChange({ ...tree, relation: patched(relation, { from }) })}
            />
            <OffsetFields
              label={t("afterTo")}
              value={relation.to}
              onChange={(to) => onChange({ ...tree, relation: patched(relation, { to }) })}
            />
            <Select
              label={t("anchorPoint")}
              value={tree.anchorPoint ?? "start"}
              onChange={(point) => onChange(patched(tree, { anchorPoint: point === "start" ? undefined : point }))}
              options={(["start", "end"] as const).map((id) => ({ id, label: t(`part.${id}`) }))}
              className="w-32"
            />
          </>
        )}
        <Select
          label={t("anchorPick")}
          value={tree.anchorPick ?? "any"}
          onChange={(pick) => onChange(patched(tree, { anchorPick: pick === "any" ? undefined : pick }))}
          options={(["any", "first", "latest"] as const).map((id) => ({ id, label: t(`pickName.${id}`) }))}
          className="w-36"
        />
      </div>
      <EventForm label={t("anchor")} event={tree.anchor} onChange={(anchor) => onChange({ ...tree, anchor })} />
      <CountFields value={tree.count} onChange={(count) => onChange(patched(tree, { count }))} />
    </div>
  );
}

function EventForm({
  label,
  event,
  onChange,
}: {
  label: string;
  event: EventLeaf;
  onChange: (event: EventLeaf) => void;
}) {
  const t = useTranslations("trials.edit");
  return (
    <fieldset className="flex flex-col gap-3 border-l-2 pl-3">
      <legend className="screen-reader-only">{label}</legend>
      <Select
        label={label}
        value={event.kind}
        onChange={(kind) => kind !== event.kind && onChange(newNode(kind) as EventLeaf)}
        options={eventKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
        className="w-52"
      />
      <LeafForm leaf={event} onChange={(next: Leaf) => onChange(next as EventLeaf)} />
    </fieldset>
  );
}
