"use client";

import { useUiLocale } from "@qinghao/ui";
import { Depiction, useColourScheme } from "@qinghao/ui/science";
import type { Rgb } from "./chemistry-protocol.ts";
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
  /** Draw only when it stays in view this long. */
  readonly delayMs?: number;
};

/** A structure drawn by the workers of the page in the palette of the page. */
export function MoleculeDepiction(props: MoleculeDepictionProps) {
  const { smiles, name, width, height, atomColours, isStale = false, delayMs } = props;
  const theme = useColourScheme();
  const locale = useUiLocale();
  const bondLength = Math.min(32, Math.max(14, height * 0.17));
  const request = {
    text: smiles,
    width,
    height,
    theme,
    bondLength,
    ...(atomColours === undefined ? {} : { atomColours }),
  };
  const drawn = useDepiction(request, delayMs);
  return (
    <Depiction
      src={drawn?.state === "ready" ? drawn.src : null}
      failure={drawn?.state === "failed" ? drawn.error.message[locale] : undefined}
      alt={name ?? smiles}
      isStale={isStale}
      width={width}
      height={height}
    />
  );
}
