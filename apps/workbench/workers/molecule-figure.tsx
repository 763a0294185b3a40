"use client";

import { ContributionFigure, type ShownEndpoint } from "@qinghao/ui/science";
import { useState } from "react";
import { MoleculeDepiction } from "./molecule-depiction.tsx";
import { useExplanation } from "./use-molecule.ts";

export type MoleculeFigureProps = {
  readonly smiles: string;
  readonly name?: string | null;
  readonly endpoints: readonly ShownEndpoint[];
  readonly isStale?: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
};

/** A large structure whose atoms can be coloured by what they contribute to a prediction, computed in the page. */
export function MoleculeFigure({ smiles, endpoints, ...look }: MoleculeFigureProps) {
  const [shown, setShown] = useState<string | null>(null);
  const explanation = useExplanation(smiles, shown);
  return (
    <ContributionFigure
      smiles={smiles}
      endpoints={endpoints}
      shown={shown}
      onShow={setShown}
      explanation={explanation}
      depict={(structure, atomColours) => (
        <MoleculeDepiction smiles={structure} {...look} {...(atomColours === undefined ? {} : { atomColours })} />
      )}
    />
  );
}
