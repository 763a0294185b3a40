/** The shapes that tell kinds apart without colour. */
export const graphShapes = [
  "circle",
  "square",
  "diamond",
  "triangle-up",
  "triangle-down",
  "pentagon",
  "hexagon",
  "star",
  "cross",
] as const;
export type GraphShape = (typeof graphShapes)[number];

/** How one kind of node is drawn; its place in `GraphSpec.kinds` is its place around the centre. */
export type GraphKind = { id: string; name: string; shape: GraphShape; colour: string };

export type GraphNode = {
  id: string;
  label: string;
  kind: string;
  /** Steps from the centre, which is the one node with 0. */
  steps: number;
};
export type GraphEdge = { from: string; to: string; label: string };

export type GraphSpec = {
  /** Names the drawing and its files. */
  title: string;
  kinds: readonly GraphKind[];
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
};

/** The nodes that an edge joins to each node, itself left out. */
export function neighboursOf({ nodes, edges }: Pick<GraphSpec, "nodes" | "edges">): Map<string, Set<string>> {
  const neighbours = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  for (const { from, to } of edges) {
    if (from === to || !neighbours.has(from) || !neighbours.has(to)) continue;
    neighbours.get(from)!.add(to);
    neighbours.get(to)!.add(from);
  }
  return neighbours;
}
