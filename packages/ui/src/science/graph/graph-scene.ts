import { type Box, labelSize, type PlacedLabel, placeLabels, textWidth } from "./graph-labels.ts";
import { type GraphLayout, labelRoom, layoutGraph, type Point } from "./graph-layout.ts";
import { edgePath, nodeRadius, shapePath } from "./graph-shapes.ts";
import { type GraphEdge, type GraphNode, type GraphSpec, neighboursOf } from "./graph-spec.ts";

export type SceneNode = GraphNode &
  Point & { radius: number; path: string; colour: string; kindName: string; degree: number };
export type SceneEdge = GraphEdge & { path: string; isSpoke: boolean };

/** A graph ready to be drawn, in its own coordinates. */
export type GraphScene = {
  nodes: readonly SceneNode[];
  edges: readonly SceneEdge[];
  neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  layout: GraphLayout;
  titles: readonly (Point & { kind: string; text: string; anchor: "start" | "middle" | "end" })[];
};

const anchors = { left: "end", middle: "middle", right: "start" } as const;

/** @param aspect width of the room divided by its height */
export function sceneOf(spec: GraphSpec, aspect?: number): GraphScene {
  const layout = layoutGraph(spec, aspect);
  const neighbours = neighboursOf(spec);
  const kinds = new Map(spec.kinds.map((kind) => [kind.id, kind]));
  const nodes = spec.nodes.flatMap((node): SceneNode[] => {
    const place = layout.positions.get(node.id);
    const kind = kinds.get(node.kind);
    if (place === undefined || kind === undefined) return [];
    const degree = neighbours.get(node.id)?.size ?? 0;
    const radius = nodeRadius(degree, node.steps === 0);
    const { colour, name: kindName } = kind;
    return [{ ...node, ...place, radius, path: shapePath(kind.shape, radius), colour, kindName, degree }];
  });
  const edges = spec.edges.flatMap((edge): SceneEdge[] => {
    const from = layout.positions.get(edge.from);
    const to = layout.positions.get(edge.to);
    if (from === undefined || to === undefined || edge.from === edge.to) return [];
    const isSpoke = (from.x === 0 && from.y === 0) || (to.x === 0 && to.y === 0);
    return [{ ...edge, path: edgePath(from, to), isSpoke }];
  });
  const titles = layout.sectors.map(({ kind, count, title, side }) => ({
    ...title,
    kind,
    text: `${kinds.get(kind)?.name ?? kind} · ${count}`,
    anchor: anchors[side],
  }));
  return { nodes, edges, neighbours, layout, titles };
}

/**
 * Labels for one zoom, in on-screen pixels around the centre. Those in focus come first and are written longer, then the
 * centre, then by the number of neighbours.
 */
export function labelsOf(scene: GraphScene, zoom: number, focus: ReadonlySet<string>): PlacedLabel[] {
  const titles = scene.titles.map(({ x, y, text, anchor }): Box => {
    const width = textWidth(text, labelSize + 1) + 8;
    const left = zoom * x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    return { left, right: left + width, top: zoom * y - 9, bottom: zoom * y + 9 };
  });
  const wishes = scene.nodes
    .filter(({ id }) => focus.size === 0 || focus.has(id))
    .map(({ id, label, x, y, radius, steps, degree }) => ({
      id,
      text: label,
      x: zoom * x,
      y: zoom * y,
      radius: radius * sizeAt(zoom),
      priority: steps === 0 ? 1e6 : degree - steps / 10,
      isCertain: steps === 0,
    }));
  const widths = (focus.size > 0 && focus.size < 40) || zoom > 1.6 ? [220, 132, 84] : [132, 84];
  const { bounds } = scene.layout;
  const within = {
    left: zoom * bounds.left - labelRoom.x,
    right: zoom * bounds.right + labelRoom.x,
    top: zoom * bounds.top - labelRoom.y,
    bottom: zoom * bounds.bottom + labelRoom.y,
  };
  return placeLabels(wishes, titles, { within, widths });
}

/** Shapes grow more slowly than the drawing, so that zooming in makes room. */
export const sizeAt = (zoom: number): number => Math.min(1.7, Math.max(0.62, Math.sqrt(zoom)));
