"use client";

import { useUiLocale } from "@qinghao/ui";
import { Depiction, useColourScheme } from "@qinghao/ui/science";
import type { Rgb } from "./chemistry-protocol.ts";
import { bondLengthFor } from "./drawing-measures.ts";
import { useDepiction } from "./use-depiction.ts";

export type MoleculeDepictionProps = {
  readonly smiles: string;
  /** Name of the molecule; its SMILES stands in where there is none. */
  readonly name?: string | null;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly atomColours?: Readonly<Record<number, Rgb>>;
  readonly isStale?: boolean;
};

/** A structure drawn by the workers of the page in the palette of the page. */
export function MoleculeDepiction(props: MoleculeDepictionProps) {
  const { smiles, name, width, height, atomColours, isStale = false } = props;
  const theme = useColourScheme();
  const locale = useUiLocale();
  const drawn = useDepiction({
    text: smiles,
    width,
    height,
    theme,
    bondLength: bondLengthFor(height),
    ...(atomColours === undefined ? {} : { atomColours }),
  });
  return (
    <Depiction
      src={drawn?.state === "ready" ? drawn.drawing.src : null}
      failure={drawn?.state === "failed" ? drawn.error.message[locale] : undefined}
      alt={name ?? smiles}
      isStale={isStale}
      palette={theme}
      width={width}
      height={height}
    />
  );
}
