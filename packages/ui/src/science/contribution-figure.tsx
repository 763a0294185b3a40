"use client";

import type { WireError } from "@qinghao/kernel";
import { type ReactNode, useMemo } from "react";
import { classNames } from "../class-names.ts";
import { Select } from "../controls/select.tsx";
import { ErrorState } from "../feedback/error-state.tsx";
import { useUiLocale } from "../ui-locale.ts";
import { contributionColours, type Rgb } from "./contribution-colours.ts";
import { ContributionLegend } from "./contribution-legend.tsx";
import type { ShownEndpoint } from "./prediction-list.tsx";
import { useScienceText } from "./science-text.ts";
import { useColourScheme } from "./use-colour-scheme.ts";

export type ContributionFigureProps = {
  /** The structure as it is drawn without contributions. */
  readonly smiles: string;
  readonly endpoints: readonly ShownEndpoint[];
  /** The endpoint whose contributions are drawn; null: none. */
  readonly shown: string | null;
  readonly onShow: (endpoint: string | null) => void;
  /** Contributions to that endpoint, as far as they are known. */
  readonly explanation: {
    /** Contribution of each atom in the order of `smiles`, in the endpoint's unit. */
    readonly value: { readonly smiles: string; readonly atoms: readonly number[] } | null;
    readonly isStale: boolean;
    readonly error: WireError | null;
  };
  /** Draws a structure with a colour behind some of its atoms. */
  readonly depict: (smiles: string, atomColours?: Readonly<Record<number, Rgb>>) => ReactNode;
  readonly className?: string;
};

/** A 2D structure with the choice of colouring its atoms by their contribution to a prediction. */
export function ContributionFigure(props: ContributionFigureProps) {
  const { smiles, endpoints, shown, onShow, explanation, depict, className } = props;
  const text = useScienceText();
  const locale = useUiLocale();
  const theme = useColourScheme();
  const explained = explanation.isStale ? null : explanation.value;
  const scale = useMemo(
    () => (explained === null ? null : contributionColours(explained.atoms, theme)),
    [explained, theme],
  );
  const endpoint = endpoints.find(({ id }) => id === shown);
  return (
    <div className={classNames("flex flex-col gap-2", className)}>
      <div className="flex justify-center">{depict(explained?.smiles ?? smiles, scale?.colours)}</div>
      <div data-print="hidden">
        <Select
          label={text.colourBy}
          hideLabel
          value={shown ?? "none"}
          onChange={(id) => onShow(id === "none" ? null : id)}
          options={[
            { id: "none", label: text.noContributions },
            ...endpoints.map(({ id, name }) => ({ id, label: text.contributionsTo(name) })),
          ]}
        />
      </div>
      {endpoint !== undefined && scale !== null && (
        <ContributionLegend name={endpoint.name} reach={scale.reach} unit={endpoint.unit} theme={theme} />
      )}
      {explanation.error !== null && (
        <ErrorState
          title={explanation.error.message[locale]}
          code={explanation.error.code}
          details={explanation.error.details}
        />
      )}
    </div>
  );
}
