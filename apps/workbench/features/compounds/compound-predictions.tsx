"use client";

import type { CompoundView, HistoryEntry } from "@qinghao/api/schema";
import { ErrorState, Notice, Skeleton, useUiLocale } from "@qinghao/ui";
import { PredictionList, type ShownPrediction } from "@qinghao/ui/science";
import { useTranslations } from "next-intl";
import type { EndpointLabel } from "../../trpc/use-endpoints.ts";
import { MoleculeDepiction } from "../../workers/molecule-depiction.tsx";
import { usePredictions } from "../../workers/use-molecule.ts";
import { useHistory } from "./use-history.ts";

export type CompoundPredictionsProps = {
  readonly compound: CompoundView;
  readonly endpoints: readonly EndpointLabel[];
};

const depict = (smiles: string) => <MoleculeDepiction smiles={smiles} width={150} height={100} />;

/** Stored predictions with their evidence; endpoints that no run has covered are predicted here and said to be. */
export function CompoundPredictions({ compound, endpoints }: CompoundPredictionsProps) {
  const t = useTranslations("compounds.compound");
  const history = useHistory(compound);
  if (history.isPending) return <Skeleton className="h-40" />;
  const newest = (history.data?.entries ?? []).filter((entry) => entry.latest);
  const stored = Object.fromEntries(newest.flatMap(storedPrediction));
  const failed = newest.filter((entry) => "failed" in entry.prediction);
  const covered = new Set(newest.map((entry) => entry.endpoint));
  const missing = endpoints.filter(({ id }) => !covered.has(id));
  return (
    <div className="flex flex-col gap-5">
      {failed.map((entry) => (
        <FailedPrediction key={entry.endpoint} entry={entry} endpoints={endpoints} />
      ))}
      {Object.keys(stored).length > 0 && (
        <PredictionList
          className="lg:grid lg:grid-cols-2 lg:gap-8"
          endpoints={endpoints.filter(({ id }) => id in stored)}
          predictions={stored}
          depict={depict}
        />
      )}
      {missing.length > 0 && (
        <div className="flex flex-col gap-4">
          <Notice>{t("computedHere")}</Notice>
          <PredictedHere smiles={compound.smiles} endpoints={missing} />
        </div>
      )}
    </div>
  );
}

function PredictedHere({ smiles, endpoints }: { smiles: string; endpoints: readonly EndpointLabel[] }) {
  const locale = useUiLocale();
  const predictions = usePredictions(smiles);
  if (predictions.error !== null)
    return <ErrorState title={predictions.error.message[locale]} code={predictions.error.code} />;
  return (
    <PredictionList
      className="lg:grid lg:grid-cols-2 lg:gap-8"
      endpoints={endpoints}
      predictions={predictions.value}
      depict={depict}
    />
  );
}

function FailedPrediction({ entry, endpoints }: { entry: HistoryEntry; endpoints: readonly EndpointLabel[] }) {
  const t = useTranslations("compounds.compound");
  const locale = useUiLocale();
  const name = endpoints.find(({ id }) => id === entry.endpoint)?.name ?? entry.endpoint;
  const reason = "failed" in entry.prediction ? entry.prediction.failed[locale] : "";
  return <ErrorState title={t("predictionFailed", { name })} advice={reason} />;
}

const storedPrediction = ({ endpoint, prediction }: HistoryEntry): [string, ShownPrediction][] =>
  "failed" in prediction ? [] : [[endpoint, prediction]];
