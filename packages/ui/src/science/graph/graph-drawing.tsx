"use client";

import { memo, useMemo } from "react";
import { labelSize } from "./graph-labels.ts";
import { type GraphScene, labelsOf, sizeAt } from "./graph-scene.ts";

export type GraphDrawingProps = {
  scene: GraphScene;
  zoom: number;
  /** The node under the pointer or the keyboard, whose neighbours stand out. */
  active: string | null;
  selected: string | null;
};

const nobody: ReadonlySet<string> = new Set();
const halo = { paintOrder: "stroke", stroke: "var(--qh-canvas)", strokeWidth: 3, strokeLinejoin: "round" } as const;

/** Lines, shapes and names around 0, 0 for one zoom. Drawn again when the zoom or the focus changes, not when it is moved. */
function GraphDrawingView({ scene, zoom, active, selected }: GraphDrawingProps) {
  const centre = active ?? selected;
  const focus = useMemo(
    () => (centre === null ? nobody : new Set([centre, ...(scene.neighbours.get(centre) ?? [])])),
    [scene, centre],
  );
  // With the middle in focus everything is a neighbour: then labels are chosen as without a focus.
  const isNarrow = focus.size > 0 && focus.size < scene.nodes.length * 0.6;
  const labels = useMemo(() => labelsOf(scene, zoom, isNarrow ? focus : nobody), [scene, zoom, focus, isNarrow]);
  const isDimmed = (id: string) => isNarrow && !focus.has(id);
  return (
    <>
      <g transform={`scale(${zoom})`} fill="none" stroke="var(--qh-line-strong)">
        {scene.edges.map((edge) => {
          const isLit = centre !== null && (edge.from === centre || edge.to === centre);
          return (
            <path
              key={`${edge.from} ${edge.to} ${edge.label}`}
              d={edge.path}
              vectorEffect="non-scaling-stroke"
              stroke={isLit ? "var(--qh-accent)" : undefined}
              strokeWidth={isLit ? 1.5 : 1}
              strokeOpacity={isLit ? 0.9 : isNarrow ? 0.08 : edge.isSpoke ? 0.22 : 0.4}
            />
          );
        })}
      </g>
      <g stroke="var(--qh-canvas)" strokeWidth={1}>
        {scene.nodes.map((node) => (
          <g
            key={node.id}
            data-node={node.id}
            transform={`translate(${zoom * node.x} ${zoom * node.y}) scale(${sizeAt(zoom)})`}
            opacity={isDimmed(node.id) ? 0.18 : 1}
          >
            <circle r={Math.max(11, node.radius + 3)} fill="transparent" stroke="none" />
            {(node.id === selected || node.id === active) && (
              <circle
                r={node.radius + 5}
                fill="none"
                stroke="var(--qh-focus)"
                strokeWidth={2}
                strokeDasharray={node.id === selected ? undefined : "3 2"}
              />
            )}
            <path d={node.path} fill={node.colour} stroke="var(--qh-ink)" strokeWidth={0.75} />
          </g>
        ))}
      </g>
      <g fontSize={labelSize} className="pointer-events-none fill-ink select-none">
        {labels.map((label) => (
          <text
            key={label.id}
            x={label.x}
            y={label.y}
            dy="0.34em"
            textAnchor={label.anchor}
            fontWeight={label.id === centre || scene.layout.positions.get(label.id)?.x === 0 ? 600 : 400}
            {...halo}
          >
            {label.text}
          </text>
        ))}
      </g>
      <g fontSize={labelSize + 1} fontWeight={600} className="pointer-events-none fill-ink-2 select-none">
        {scene.titles.map((title) => (
          <text key={title.kind} x={zoom * title.x} y={zoom * title.y} dy="0.34em" textAnchor={title.anchor} {...halo}>
            {title.text}
          </text>
        ))}
      </g>
    </>
  );
}

export const GraphDrawing = memo(GraphDrawingView);
