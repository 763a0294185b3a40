"use client";

import { Download, Maximize, Minus, Plus } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from "react";
import { saveFile, svgToPng } from "../../chart/save-chart.ts";
import { classNames } from "../../class-names.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Menu } from "../../overlays/menu.tsx";
import { useUiLocale, useUiText } from "../../ui-locale.ts";
import { formatCount } from "../../values/format.ts";
import { GraphDrawing } from "./graph-drawing.tsx";
import { nearestTowards } from "./graph-move.ts";
import { sceneOf } from "./graph-scene.ts";
import type { GraphSpec } from "./graph-spec.ts";
import { graphSvg } from "./graph-svg.ts";
import { useGraphText } from "./graph-text.ts";
import { useAspect } from "./use-aspect.ts";
import { usePanZoom } from "./use-pan-zoom.ts";

export type NetworkGraphProps = {
  spec: GraphSpec;
  selected: string | null;
  onSelect: (id: string | null) => void;
  /** Double click, or Enter on what is selected already. */
  onOpen?: (id: string) => void;
  /** What the CSV export holds: names and sources are the page's to give. */
  csv: () => string;
  className?: string;
};

const arrows = new Map([
  ["ArrowLeft", { x: -1, y: 0 }],
  ["ArrowRight", { x: 1, y: 0 }],
  ["ArrowUp", { x: 0, y: -1 }],
  ["ArrowDown", { x: 0, y: 1 }],
]);

/**
 * A concept and what surrounds it: each kind in a sector, shape and colour of its own, names where there is room. Hover,
 * focus and selection show the neighbours of one; everything can be reached by arrow keys.
 */
export function NetworkGraph({ spec, selected, onSelect, onOpen, csv, className }: NetworkGraphProps) {
  const text = useGraphText();
  const words = useUiText();
  const locale = useUiLocale();
  const host = useRef<HTMLDivElement>(null);
  const hint = useId();
  const status = useId();
  const aspect = useAspect(host);
  const scene = useMemo(() => sceneOf(spec, aspect), [spec, aspect]);
  const byId = useMemo(() => new Map(scene.nodes.map((node) => [node.id, node])), [scene]);
  const { view, fit, zoomBy, reveal, handlers } = usePanZoom(host, scene.layout.bounds);
  const [hovered, setHovered] = useState<string | null>(null);
  const [visited, setVisited] = useState<string | null>(null);
  const active = hovered ?? visited;
  const activeNode = active === null ? undefined : byId.get(active);
  const count = (value: number) => formatCount(locale, value);
  const summary = text.summary(
    spec.title,
    count(scene.nodes.length),
    count(scene.edges.length),
    scene.titles.map((title) => title.text).join(locale === "zh" ? "，" : ", "),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = arrows.get(event.key);
    const at = byId.get(visited ?? selected ?? "") ?? scene.nodes.find(({ steps }) => steps === 0);
    if (direction !== undefined && at !== undefined) {
      const next = visited === null && selected === null ? at : (nearestTowards(scene.nodes, at, direction) ?? at);
      setVisited(next.id);
      reveal(next);
    } else if (event.key === "Enter" && visited !== null) {
      if (visited === selected) onOpen?.(visited);
      else onSelect(visited);
    } else if (event.key === "Escape" && (visited !== null || selected !== null)) {
      setVisited(null);
      onSelect(null);
    } else if (event.key === "+" || event.key === "=") zoomBy(1.25);
    else if (event.key === "-") zoomBy(0.8);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const name = spec.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const svg = () => graphSvg(scene, spec.title, summary);
  return (
    <figure className={classNames("flex min-h-0 flex-col", className)}>
      <div
        ref={host}
        role="application"
        aria-label={summary}
        aria-describedby={`${hint} ${status}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is walked with the arrow keys, as its description says
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setVisited(null)}
        {...handlers}
        onPointerOver={(event) => setHovered(nodeUnder(event))}
        onPointerLeave={() => setHovered(null)}
        onClick={(event) => onSelect(nodeUnder(event))}
        onDoubleClick={(event) => {
          const id = nodeUnder(event);
          if (id !== null) onOpen?.(id);
        }}
        className={classNames(
          "relative min-h-0 flex-1 touch-none overflow-hidden rounded-md outline-offset-[-2px]",
          activeNode === undefined ? "cursor-grab" : "cursor-pointer",
        )}
      >
        <svg aria-hidden width="100%" height="100%" className="absolute inset-0 block">
          {view !== null && (
            <g transform={`translate(${view.x} ${view.y})`}>
              <GraphDrawing scene={scene} zoom={view.zoom} active={active} selected={selected} />
            </g>
          )}
        </svg>
        <span id={hint} hidden>
          {text.keys}
        </span>
      </div>
      <div data-print="hidden" className="flex min-h-8 items-center gap-1 border-t pt-1">
        <p id={status} aria-live="polite" className="mr-auto min-w-0 truncate text-xs text-ink-2">
          {activeNode !== undefined && text.joined(activeNode.label, activeNode.kindName, count(activeNode.degree))}
        </p>
        <IconButton
          size="small"
          label={text.zoomIn}
          icon={<Plus aria-hidden size={14} />}
          onPress={() => zoomBy(1.35)}
        />
        <IconButton
          size="small"
          label={text.zoomOut}
          icon={<Minus aria-hidden size={14} />}
          onPress={() => zoomBy(1 / 1.35)}
        />
        <IconButton size="small" label={text.fit} icon={<Maximize aria-hidden size={14} />} onPress={fit} />
        <Menu
          label={text.exportAs}
          placement="bottom end"
          trigger={<IconButton size="small" label={text.exportAs} icon={<Download aria-hidden size={14} />} />}
          entries={[
            {
              id: "png",
              label: words.exportPng,
              onAction: async () => saveFile(`${name}.png`, "image/png", await svgToPng(svg(), 2)),
            },
            { id: "svg", label: words.exportSvg, onAction: () => saveFile(`${name}.svg`, "image/svg+xml", svg()) },
            {
              id: "csv",
              label: words.exportCsv,
              onAction: () => saveFile(`${name}.csv`, "text/csv", `\uFEFF${csv()}`),
            },
          ]}
        />
      </div>
    </figure>
  );
}

function nodeUnder(event: PointerEvent | React.MouseEvent): string | null {
  return (event.target as Element).closest<SVGGElement>("[data-node]")?.dataset.node ?? null;
}
