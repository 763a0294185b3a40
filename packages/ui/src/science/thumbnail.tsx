"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { useScienceText } from "./science-text.ts";

/**
 * Where the pixels of a picture come from. It calls `show` at once or later, or `fail` with a reason; the returned function
 * says that they are no longer wanted. A bitmap is only used during the call.
 */
export type BitmapSource = (show: (bitmap: ImageBitmap) => void, fail: (reason: string) => void) => () => void;

export type ThumbnailProps = {
  /** Another source is another picture. */
  readonly source: BitmapSource;
  /** What is drawn, for those who do not see it. */
  readonly alt: string;
  readonly palette: "light" | "dark";
  /** Device pixels per CSS pixel of the bitmaps. */
  readonly pixelRatio: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
};

/** A small picture in a row of a long table: it is painted without rendering, and its canvas serves the next row too. */
export function Thumbnail({ source, alt, palette, pixelRatio, width, height }: ThumbnailProps) {
  const text = useScienceText();
  const host = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState<{ readonly source: BitmapSource; readonly reason: string } | null>(null);
  const failure = failed?.source === source ? failed.reason : null;

  // Before the browser paints: a canvas that served another row must not show that row's picture for a moment.
  useLayoutEffect(() => {
    const canvas = host.current;
    // Pixels that stay with the processor are painted with the row; each graphics texture would be a layer to compose.
    const context = canvas?.getContext("2d", { willReadFrequently: true }) ?? null;
    if (canvas === null || context === null) return;
    let isShown = false;
    const clear = () => context.clearRect(0, 0, canvas.width, canvas.height);
    const cancel = source(
      (bitmap) => {
        clear();
        context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        isShown = true;
      },
      (reason) => setFailed({ source, reason }),
    );
    if (!isShown) clear();
    return cancel;
  }, [source]);

  return (
    <span className="relative block shrink-0" style={{ width, height }} title={failure ?? undefined}>
      <canvas
        ref={host}
        role="img"
        aria-label={failure === null ? alt : `${alt}. ${text.cannotDraw} ${failure}`}
        data-palette={palette}
        width={Math.max(1, Math.round(width * pixelRatio))}
        height={Math.max(1, Math.round(height * pixelRatio))}
        style={{ width, height }}
        className="block"
      />
      {failure !== null && (
        <span aria-hidden className="absolute inset-0 flex items-center justify-center font-semibold text-danger">
          !
        </span>
      )}
    </span>
  );
}
