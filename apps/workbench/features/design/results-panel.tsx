"use client";

import type { WireError } from "@qinghao/kernel";
import { ErrorState, useUiLocale } from "@qinghao/ui";
import {
  DescriptorList,
  MoleculeViewer3d,
  PredictionList,
  RuleOfFiveList,
  type RuleOfFiveValues,
  type ShownEndpoint,
} from "@qinghao/ui/science";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { StructureAnalysis } from "../../workers/chemistry-protocol.ts";
import { MoleculeDepiction } from "../../workers/molecule-depiction.tsx";
import { MoleculeFigure } from "../../workers/molecule-figure.tsx";
import { useConformer, usePredictions } from "../../workers/use-molecule.ts";
import { IdentityPanel } from "./identity-panel.tsx";

export type ResultsPanelProps = {
  readonly projectId: string;
  readonly endpoints: readonly ShownEndpoint[];
  readonly structure: StructureAnalysis;
  /** The drawing is now invalid; the structure belongs to an earlier one. */
  readonly isStale: boolean;
  /** The structure is that of the drawing as it is now. */
  readonly isCurrent: boolean;
};

/** Everything that follows from the drawing. */
export function ResultsPanel({ projectId, endpoints, structure, isStale, isCurrent }: ResultsPanelProps) {
  const t = useTranslations("design");
  return (
    <div className="@container">
      <div className="grid grid-cols-1 gap-x-8 @3xl:grid-cols-2">
        <div className="flex min-w-0 flex-col">
          <Panel title={t("panel.structure")}>
            <IdentityPanel projectId={projectId} structure={structure} isStale={isStale} isCurrent={isCurrent} />
            <MoleculeFigure
              smiles={structure.smiles}
              endpoints={endpoints}
              isStale={isStale}
              width={360}
              height={240}
            />
          </Panel>
          <Panel title={t("panel.predictions")} meta={t("panel.predictionsMeta")}>
            <Predictions smiles={structure.smiles} endpoints={endpoints} isStale={isStale} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col">
          <Panel title={t("panel.ruleOfFive")}>
            <div className={isStale ? "opacity-45" : ""}>
              <RuleOfFiveList values={structure.descriptors as RuleOfFiveValues} />
            </div>
          </Panel>
          <Panel title={t("panel.descriptors")}>
            <div className={isStale ? "opacity-45" : ""}>
              <DescriptorList values={structure.descriptors} />
            </div>
          </Panel>
          <Panel title={t("panel.conformer")}>
            <Structure3d structure={structure} isStale={isStale} />
          </Panel>
        </div>
      </div>
    </div>
  );
}

function Panel({ title, meta, children }: { title: string; meta?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 border-t py-4 first:border-t-0 first:pt-0">
      <h2 className="flex items-baseline gap-2 text-sm font-semibold">
        {title}
        {meta !== undefined && <span className="text-xs font-normal text-ink-3">{meta}</span>}
      </h2>
      {children}
    </section>
  );
}

type PartProps = { readonly smiles: string; readonly endpoints: readonly ShownEndpoint[]; readonly isStale: boolean };

function Predictions({ smiles, endpoints, isStale }: PartProps) {
  const t = useTranslations("design");
  const predictions = usePredictions(endpoints.length === 0 ? null : smiles);
  if (endpoints.length === 0) return <p className="text-sm text-ink-3">{t("noModels")}</p>;
  if (predictions.error !== null) return <Failure error={predictions.error} />;
  return (
    <PredictionList
      endpoints={endpoints}
      predictions={predictions.value}
      isStale={isStale || predictions.isStale}
      depict={(molecule) => <MoleculeDepiction smiles={molecule} width={120} height={84} />}
    />
  );
}

function Structure3d({ structure, isStale }: { structure: StructureAnalysis; isStale: boolean }) {
  const t = useTranslations("design");
  const locale = useUiLocale();
  const conformer = useConformer(structure.smiles);
  return (
    <MoleculeViewer3d
      molblock={conformer.value?.molblock ?? null}
      isComputing={conformer.isComputing}
      isStale={isStale || conformer.isStale}
      failure={conformer.error?.message[locale]}
      description={
        conformer.value === null
          ? ""
          : t("conformerDescription", {
              formula: structure.formula,
              atoms: structure.heavyAtoms,
              method: conformer.value.method,
            })
      }
      className="h-80"
    />
  );
}

function Failure({ error }: { error: WireError | null }) {
  const locale = useUiLocale();
  if (error === null) return null;
  return <ErrorState title={error.message[locale]} code={error.code} details={error.details} />;
}
