"use client";

import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "../controls/icon-button.tsx";
import { Skeleton } from "../feedback/skeleton.tsx";
import { Menu } from "../overlays/menu.tsx";
import { useUiLocale, useUiText } from "../ui-locale.ts";
import { formatCount } from "../values/format.ts";
import { type ChartSpec, chartToCsv } from "./chart-spec.ts";
import type { DrawnChart } from "./draw-chart.ts";
import { saveFile, svgToPng } from "./save-chart.ts";

export type ChartProps = {
  spec: ChartSpec;
  height?: number;
  /** A point with an id was clicked. */
  onChoose?: (id: string) => void;
};

/** One chart with its caption, n and exports. The drawing library comes when the first chart is shown. */
export function Chart({ spec, height = 260, onChoose }: ChartProps) {
  const text = useUiText();
  const locale = useUiLocale();
  const holder = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const latest = useRef(spec);
  latest.current = spec;
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    let isGone = false;
    const redraw = () => drawn.current?.draw(latest.current);
    const resizing = new ResizeObserver(() => drawn.current?.resize());
    const theming = new MutationObserver(redraw);
    const media = ["(prefers-color-scheme: dark)", "print"].map((query) => matchMedia(query));
    import("./draw-chart.ts").then(({ openChart }) => {
      if (isGone) return;
      drawn.current = openChart(element, (id) => choose.current?.(id));
      redraw();
      setReady(true);
      resizing.observe(element);
      theming.observe(document.documentElement, { attributeFilter: ["data-theme"] });
      for (const one of media) one.addEventListener("change", redraw);
    });
    return () => {
      isGone = true;
      resizing.disconnect();
      theming.disconnect();
      for (const one of media) one.removeEventListener("change", redraw);
      drawn.current?.dispose();
      drawn.current = null;
    };
  }, []);
  useEffect(() => drawn.current?.draw(spec), [spec]);

  const name = spec.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const saveSvg = () => saveFile(`${name}.svg`, "image/svg+xml", drawn.current?.toSvg() ?? "");
  const savePng = async () => saveFile(`${name}.png`, "image/png", await svgToPng(drawn.current?.toSvg() ?? "", 2));
  return (
    <figure className="flex min-w-0 flex-col gap-1">
      <figcaption className="flex items-center gap-2 text-sm">
        <span className="font-medium text-ink">{spec.title}</span>
        <span className="numeric shrink-0 text-xs whitespace-nowrap text-ink-3">
          {text.chartCount(formatCount(locale, spec.n))}
        </span>
        <span data-print="hidden" className="ml-auto">
          <Menu
            label={text.exportAs}
            placement="bottom end"
            trigger={
              <IconButton
                size="small"
                label={text.exportAs}
                icon={<Download aria-hidden size={14} />}
                isDisabled={!isReady}
              />
            }
            entries={[
              { id: "png", label: text.exportPng, onAction: savePng },
              { id: "svg", label: text.exportSvg, onAction: saveSvg },
              {
                id: "csv",
                label: text.exportCsv,
                onAction: () => saveFile(`${name}.csv`, "text/csv", `\uFEFF${chartToCsv(spec)}`),
              },
            ]}
          />
        </span>
      </figcaption>
      <div className="relative" style={{ height }}>
        {!isReady && <Skeleton className="absolute inset-0" />}
        <div ref={holder} role="img" aria-label={spec.title} className="h-full w-full" />
      </div>
    </figure>
  );
}
