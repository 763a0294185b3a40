export { GraphLegend, type GraphLegendProps, KindShape } from "./graph-legend.tsx";
export {
  type GraphEdge,
  type GraphKind,
  type GraphNode,
  type GraphShape,
  type GraphSpec,
  graphShapes,
} from "./graph-spec.ts";
export { NetworkGraph, type NetworkGraphProps } from "./network-graph.tsx";
