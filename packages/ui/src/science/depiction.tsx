"use client";

import { classNames } from "../class-names.ts";
import { useScienceText } from "./science-text.ts";

export type DepictionProps = {
  /** Address of the drawing; null while it is being made. */
  readonly src: string | null;
  /** What is drawn, for those who do not see it: a name or a SMILES. */
  readonly alt: string;
  /** Why there is no drawing. */
  readonly failure?: string | undefined;
  /** The drawing belongs to an earlier structure. */
  readonly isStale?: boolean;
  /** Colours of the drawing; one for a dark page is turned for paper. */
  readonly palette: "light" | "dark";
  readonly width: number;
  readonly height: number;
  readonly className?: string;
};

/** A 2D structure. It keeps its place while the drawing is on its way, so that nothing jumps. */
export function Depiction({ src, alt, failure, isStale = false, palette, width, height, className }: DepictionProps) {
  const text = useScienceText();
  const box = classNames("flex shrink-0 items-center justify-center", className);
  if (failure !== undefined)
    return (
      <div className={box} style={{ width, height }} title={failure}>
        <span aria-hidden className="font-semibold text-danger">
          !
        </span>
        <span className="screen-reader-only">
          {text.cannotDraw} {failure}
        </span>
      </div>
    );
  if (src === null)
    return (
      <div className={box} style={{ width, height }}>
        <span className="screen-reader-only">{text.drawing}</span>
      </div>
    );
  return (
    <div className={box} style={{ width, height }} title={isStale ? text.stale : undefined}>
      <img
        src={src}
        alt={alt}
        width={width}
        height={height}
        draggable={false}
        data-palette={palette}
        decoding="async"
        className={classNames("max-h-full max-w-full object-contain", isStale && "opacity-40")}
      />
    </div>
  );
}
