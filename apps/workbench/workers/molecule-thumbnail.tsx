"use client";

import { useUiLocale } from "@qinghao/ui";
import { type BitmapSource, Thumbnail, useColourScheme, usePixelRatio } from "@qinghao/ui/science";
import { useMemo } from "react";
import { thumbnailKey } from "./drawing-keys.ts";
import { bondLengthFor, lineWidthFor } from "./drawing-measures.ts";
import { pageWorkers } from "./page-workers.ts";

export type MoleculeThumbnailProps = {
  readonly smiles: string;
  /** Name of the molecule; its SMILES stands in where there is none. */
  readonly name?: string | null;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
};

/** Drawn only when it stays in view this long: rows that fly past while scrolling cost the workers nothing. */
const settleMs = 80;

/** A structure in a row of a table: pixels from a worker, in the palette of the page and sharp on its screen. */
export function MoleculeThumbnail({ smiles, name, width, height }: MoleculeThumbnailProps) {
  const theme = useColourScheme();
  const locale = useUiLocale();
  const pixelRatio = usePixelRatio();
  const source = useMemo<BitmapSource>(() => {
    const size = { width, height, pixelRatio, bondLength: bondLengthFor(height), lineWidth: lineWidthFor(height) };
    const request = { text: smiles, theme, ...size };
    const key = thumbnailKey(request);
    return (show, fail) => {
      const { thumbnails } = pageWorkers();
      let withdraw = () => {};
      const ask = () => {
        withdraw = thumbnails.request(key, request, (drawn) =>
          drawn.state === "ready" ? show(drawn.drawing.bitmap) : fail(drawn.error.message[locale]),
        );
      };
      const timer = thumbnails.peek(key) === undefined ? setTimeout(ask, settleMs) : null;
      if (timer === null) ask();
      return () => {
        clearTimeout(timer ?? undefined);
        withdraw();
      };
    };
  }, [smiles, width, height, theme, pixelRatio, locale]);
  return (
    <Thumbnail
      source={source}
      alt={name ?? smiles}
      palette={theme}
      pixelRatio={pixelRatio}
      width={width}
      height={height}
    />
  );
}
