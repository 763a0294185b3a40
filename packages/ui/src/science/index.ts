export type { Rgb } from "./contribution-colours.ts";
export { ContributionFigure, type ContributionFigureProps } from "./contribution-figure.tsx";
export { Depiction, type DepictionProps } from "./depiction.tsx";
export { DescriptorList } from "./descriptor-list.tsx";
export { Formula } from "./formula.tsx";
export { IntervalBar, type IntervalBarProps } from "./interval-bar.tsx";
export { MoleculeViewer3d, type MoleculeViewer3dProps } from "./molecule-viewer3d.tsx";
export {
  PredictionList,
  type PredictionListProps,
  type ShownEndpoint,
  type ShownPrediction,
} from "./prediction-list.tsx";
export { type RuleOfFiveValues, type RuleOutcome, ruleOfFive } from "./rule-of-five.ts";
export { RuleOfFiveList } from "./rule-of-five-list.tsx";
export { useScienceText } from "./science-text.ts";
export { type BitmapSource, Thumbnail, type ThumbnailProps } from "./thumbnail.tsx";
export { useColourScheme } from "./use-colour-scheme.ts";
export { usePixelRatio } from "./use-pixel-ratio.ts";
