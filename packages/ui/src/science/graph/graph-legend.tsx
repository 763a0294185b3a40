"use client";

import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { useUiLocale } from "../../ui-locale.ts";
import { formatCount } from "../../values/format.ts";
import { shapePath } from "./graph-shapes.ts";
import type { GraphKind } from "./graph-spec.ts";
import { useGraphText } from "./graph-text.ts";

export type GraphLegendProps = {
  kinds: readonly (GraphKind & { count: number })[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
};

/** What the shapes and colours mean; pressing a kind hides or shows it. */
export function GraphLegend({ kinds, hidden, onChange }: GraphLegendProps) {
  const text = useGraphText();
  const locale = useUiLocale();
  return (
    <ToggleButtonGroup
      aria-label={text.legend}
      selectionMode="multiple"
      selectedKeys={kinds.filter(({ id }) => !hidden.has(id)).map(({ id }) => id)}
      onSelectionChange={(shown) => onChange(new Set(kinds.filter(({ id }) => !shown.has(id)).map(({ id }) => id)))}
      className="flex flex-wrap gap-1"
    >
      {kinds.map((kind) => (
        <ToggleButton
          key={kind.id}
          id={kind.id}
          className="group inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm text-ink-3 line-through data-hovered:bg-hover data-selected:text-ink data-selected:no-underline"
        >
          <KindShape kind={kind} />
          {kind.name}
          <span className="numeric text-xs text-ink-3">{formatCount(locale, kind.count)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** The shape of a kind as a small picture. */
export function KindShape({ kind, size = 14 }: { kind: Pick<GraphKind, "shape" | "colour">; size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="-10 -10 20 20" className="shrink-0">
      <path d={shapePath(kind.shape, 7)} fill={kind.colour} stroke="var(--qh-ink)" strokeWidth={0.9} />
    </svg>
  );
}
