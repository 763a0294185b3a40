import type { DrawingStep } from "./drawing.ts";

/** What painting needs of a canvas context, of a page's canvas and of an OffscreenCanvas alike. */
export type PaintContext = Pick<
  OffscreenCanvasRenderingContext2D,
  "fill" | "stroke" | "fillStyle" | "strokeStyle" | "lineWidth" | "lineCap" | "lineJoin" | "miterLimit"
>;

/** Paints a drawing as a browser would show its SVG, in the units of the context's transform. For pages and workers. */
export function paintDrawing(context: PaintContext, steps: readonly DrawingStep[]): void {
  context.lineCap = "butt";
  context.lineJoin = "miter";
  for (const { shape, fill, fillRule, stroke, strokeWidth, miterLimit } of steps) {
    const path = new Path2D(shape.kind === "path" ? shape.d : undefined);
    if (shape.kind === "ellipse") path.ellipse(shape.cx, shape.cy, shape.rx, shape.ry, 0, 0, 2 * Math.PI);
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(path, fillRule);
    }
    if (stroke !== null && strokeWidth > 0) {
      context.strokeStyle = stroke;
      context.lineWidth = strokeWidth;
      context.miterLimit = miterLimit;
      context.stroke(path);
    }
  }
}
