"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { useUiLocale, useUiText } from "../ui-locale.ts";
import { decimalsForWidth, formatDecimal, formatPercent } from "../values/format.ts";
import { IntervalBar } from "./interval-bar.tsx";
import { useScienceText } from "./science-text.ts";

export type ShownPrediction = {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  readonly level: number;
  readonly inDomain: boolean;
  readonly similarity: number;
  readonly nearest: readonly { readonly smiles: string; readonly similarity: number; readonly measured: number }[];
  readonly modelVersion: string;
};
export type ShownEndpoint = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Range that measured values plausibly fall in: the axis of the interval. */
  readonly plausible: readonly [number, number];
};
export type PredictionListProps = {
  readonly endpoints: readonly ShownEndpoint[];
  /** null while there is none. */
  readonly predictions: Readonly<Record<string, ShownPrediction>> | null;
  readonly isStale?: boolean;
  /** Draws a molecule by its SMILES. */
  readonly depict: (smiles: string) => ReactNode;
  readonly className?: string;
};

/** Every endpoint with value, interval, domain and the nearest measured molecules. */
export function PredictionList({ endpoints, predictions, isStale = false, depict, className }: PredictionListProps) {
  const text = useScienceText();
  return (
    <ul className={classNames("flex flex-col gap-4", className)} title={isStale ? text.stale : undefined}>
      {endpoints.map((endpoint) => (
        <li
          key={endpoint.id}
          data-endpoint={endpoint.id}
          className={classNames("flex flex-col gap-2", isStale && "opacity-45")}
        >
          <PredictionHead endpoint={endpoint} prediction={predictions?.[endpoint.id] ?? null} />
          {predictions?.[endpoint.id] !== undefined && (
            <PredictionEvidence prediction={predictions[endpoint.id]!} unit={endpoint.unit} depict={depict} />
          )}
        </li>
      ))}
    </ul>
  );
}

function PredictionHead({ endpoint, prediction }: { endpoint: ShownEndpoint; prediction: ShownPrediction | null }) {
  const text = useScienceText();
  const { predictedValue } = useUiText();
  const locale = useUiLocale();
  const decimals = prediction === null ? 1 : decimalsForWidth(prediction.hi - prediction.lo);
  const show = (value: number) => formatDecimal(value, decimals);
  return (
    <>
      <div className="flex items-baseline gap-2">
        <h3 className="min-w-0 flex-1 truncate text-sm font-medium">{endpoint.name}</h3>
        {prediction === null ? (
          <span className="text-ink-3">…</span>
        ) : (
          <>
            <span className="screen-reader-only">
              {predictedValue(
                show(prediction.value),
                show(prediction.lo),
                show(prediction.hi),
                formatPercent(locale, prediction.level),
                endpoint.unit,
              )}
            </span>
            <span aria-hidden className="numeric text-lg font-semibold" data-value>
              {show(prediction.value)}
            </span>
          </>
        )}
        <span className="text-xs text-ink-3">{endpoint.unit}</span>
      </div>
      <IntervalBar prediction={prediction} range={endpoint.plausible} />
      {prediction !== null && (
        <p aria-hidden className="numeric flex flex-wrap gap-x-3 text-xs text-ink-2" data-interval>
          <span>
            {text.intervalOf(formatPercent(locale, prediction.level), show(prediction.lo), show(prediction.hi))}
          </span>
          <span className="text-ink-3">{text.modelVersion(prediction.modelVersion)}</span>
        </p>
      )}
    </>
  );
}

function PredictionEvidence(props: {
  prediction: ShownPrediction;
  unit: string;
  depict: (smiles: string) => ReactNode;
}) {
  const { prediction, unit, depict } = props;
  const text = useScienceText();
  const similarity = prediction.similarity.toFixed(2);
  return (
    <>
      <p className="flex items-start gap-1.5 text-xs text-ink-2" data-in-domain={prediction.inDomain}>
        {prediction.inDomain ? (
          <CircleCheck aria-hidden size={14} className="mt-px shrink-0 text-accent" />
        ) : (
          <TriangleAlert aria-hidden size={14} className="mt-px shrink-0 text-warn" />
        )}
        {prediction.inDomain ? text.insideDomain(similarity) : text.outsideDomain(similarity)}
      </p>
      {prediction.nearest.length > 0 && (
        <ul aria-label={text.nearest} className="grid grid-cols-3 gap-2">
          {prediction.nearest.map((molecule) => (
            <li key={molecule.smiles} className="flex min-w-0 flex-col items-center gap-0.5 rounded-md bg-surface p-1">
              {depict(molecule.smiles)}
              <span className="numeric text-xs font-medium" title={`${text.measured} (${unit})`}>
                <span className="screen-reader-only">{text.measured} </span>
                {formatDecimal(molecule.measured, 2)}
              </span>
              <span className="numeric text-xs text-ink-3">{text.similarityOf(molecule.similarity.toFixed(2))}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
