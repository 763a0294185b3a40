import type { ConceptKind } from "@qinghao/knowledge/schema";
import type { GraphShape } from "@qinghao/ui/graph";

/** How a kind of concept is drawn everywhere: Okabe and Ito's colours, and a shape for those who do not see them apart. */
export type KindLook = { readonly shape: GraphShape; readonly colour: string };

/** Every kind in the order in which results and sectors of the graph stand. */
export const kindLooks: Readonly<Record<ConceptKind, KindLook>> = {
  disease: { shape: "circle", colour: "#d55e00" },
  phenotype: { shape: "triangle-up", colour: "#e69f00" },
  gene: { shape: "square", colour: "#0072b2" },
  family: { shape: "diamond", colour: "#56b4e9" },
  variant: { shape: "triangle-down", colour: "#56b4e9" },
  drug: { shape: "hexagon", colour: "#009e73" },
  "drug-class": { shape: "pentagon", colour: "#009e73" },
  lab: { shape: "star", colour: "#cc79a7" },
  herb: { shape: "star", colour: "#009e73" },
  pathway: { shape: "diamond", colour: "#f0e442" },
  procedure: { shape: "cross", colour: "#7f7f7f" },
  trial: { shape: "pentagon", colour: "#cc79a7" },
  code: { shape: "square", colour: "#9a9a9a" },
  other: { shape: "circle", colour: "#9a9a9a" },
};

export const kindOrder = Object.keys(kindLooks) as ConceptKind[];
