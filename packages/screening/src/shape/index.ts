export { type ColourFeature, type ColourKind, colourFeatures, colourKinds } from "./colour-features.ts";
export { applyTransform, bestOverlay, type Overlay, type OverlayOptions, type Transform } from "./overlay.ts";
export { type PlacedShape, placeShape, type ShapePlan, shapePlan } from "./placed-shape.ts";
export { type Overlap, openShapeKernel, type SearchEffort, ShapeKernel } from "./shape-kernel.ts";
export { type QueryConformers, readShapeQuery, type ShapeQuery } from "./shape-query.ts";
