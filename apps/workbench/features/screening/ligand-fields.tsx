"use client";

import { type FingerprintKind, fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { Select, SetNumberField, TextField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import type { StageDraft } from "./stage-draft.ts";

const fingerprintNames: Readonly<Record<FingerprintKind, string>> = {
  morgan2: "Morgan (ECFP4)",
  atompair: "Atom pair",
  torsion: "Topological torsion",
  rdkit: "RDKit",
  maccs: "MACCS",
  pattern: "Pattern",
};
const fingerprints = fingerprintKindSchema.options
  .filter((kind) => kind !== "pattern")
  .map((id) => ({ id, label: fingerprintNames[id] }));

type KnownActives = Extract<StageDraft, { method: "similarity" | "pharmacophore" | "shape" }>;
type Clusters = Extract<StageDraft, { method: "cluster-representatives" }>;

/** The actives that ligands are compared with, how, and how like them a ligand has to be. */
export function KnownActiveFields({
  draft,
  isMissing,
  onChange,
}: {
  draft: KnownActives;
  isMissing: boolean;
  onChange: (draft: StageDraft) => void;
}) {
  const t = useTranslations("screening.plan");
  const isShape = draft.method === "shape";
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t(isShape ? "query" : "actives")}
        rows={3}
        monospace
        value={isShape ? draft.query : draft.actives}
        onChange={(text) =>
          onChange(draft.method === "shape" ? { ...draft, query: text } : { ...draft, actives: text })
        }
        {...(isMissing ? { error: t(isShape ? "queryMissing" : "activesMissing") } : {})}
      />
      <div className="flex flex-wrap gap-3">
        {draft.method === "similarity" && (
          <FingerprintSelect
            value={draft.fingerprint}
            onChange={(fingerprint) => onChange({ ...draft, fingerprint })}
          />
        )}
        {draft.method === "pharmacophore" && (
          <Select<"max" | "mean">
            label={t("fusion")}
            options={(["max", "mean"] as const).map((id) => ({ id, label: t(`fusions.${id}`) }))}
            value={draft.fusion}
            onChange={(fusion) => onChange({ ...draft, fusion })}
            className="w-52"
          />
        )}
        {draft.method === "shape" && (
          <SetNumberField
            label={t("conformers")}
            value={draft.conformers}
            onChange={(conformers) => onChange({ ...draft, conformers })}
            minValue={1}
            maxValue={100}
            className="w-44"
          />
        )}
        <SetNumberField
          label={t("atLeast")}
          value={draft.atLeast}
          onChange={(atLeast) => onChange({ ...draft, atLeast })}
          minValue={0}
          maxValue={1}
          step={0.05}
          className="w-52"
        />
      </div>
    </div>
  );
}

/** When two ligands share a cluster, and how many of each pass. */
export function ClusterFields({ draft, onChange }: { draft: Clusters; onChange: (draft: StageDraft) => void }) {
  const t = useTranslations("screening.plan");
  return (
    <div className="flex flex-wrap gap-3">
      <Select<Clusters["clustering"]>
        label={t("clustering")}
        options={(["butina", "sphere-exclusion"] as const).map((id) => ({ id, label: t(`clusterings.${id}`) }))}
        value={draft.clustering}
        onChange={(clustering) => onChange({ ...draft, clustering })}
        className="w-52"
      />
      <FingerprintSelect value={draft.fingerprint} onChange={(fingerprint) => onChange({ ...draft, fingerprint })} />
      <SetNumberField
        label={t("threshold")}
        value={draft.threshold}
        onChange={(threshold) => onChange({ ...draft, threshold })}
        minValue={0.05}
        maxValue={1}
        step={0.05}
        className="w-52"
      />
      <SetNumberField
        label={t("each")}
        value={draft.each}
        onChange={(each) => onChange({ ...draft, each })}
        minValue={1}
        className="w-44"
      />
    </div>
  );
}

function FingerprintSelect({ value, onChange }: { value: FingerprintKind; onChange: (kind: FingerprintKind) => void }) {
  const t = useTranslations("screening.plan");
  return <Select label={t("fingerprint")} options={fingerprints} value={value} onChange={onChange} className="w-52" />;
}
