export { type ContactKind, contactKinds, type ResidueFamily } from "./contact-kinds.ts";
export { InteractionDiagram, type InteractionDiagramProps, type ShownDiagram } from "./interaction-diagram.tsx";
export { InteractionLegend } from "./interaction-legend.tsx";
export { PoseExplorer, type PoseExplorerProps } from "./pose-explorer.tsx";
export { type ListedPose, PoseList, type PoseListProps } from "./pose-list.tsx";
export { PoseViewer, type PoseViewerProps } from "./pose-viewer.tsx";
export type { ListedCheck, ListedContact, ShownAnalysis } from "./shown-analysis.ts";
export type { PocketResidue, ShownBox, ShownContact, ShownPose, ShownReceptor } from "./viewer-scene.ts";
