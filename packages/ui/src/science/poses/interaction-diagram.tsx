"use client";

import { useState } from "react";
import { classNames } from "../../class-names.ts";
import { useColourScheme } from "../use-colour-scheme.ts";
import { type ContactKind, contactStyles, type ResidueFamily, residueFills } from "./contact-kinds.ts";
import { InteractionLegend } from "./interaction-legend.tsx";
import { usePoseText } from "./pose-text.ts";

/** A diagram as the docking package lays it out; pixels from its upper left corner. */
export type ShownDiagram = {
  readonly width: number;
  readonly height: number;
  /** The ligand's drawing, a whole SVG document in the colours of the page's theme. */
  readonly ligand: {
    readonly svg: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly residues: readonly {
    readonly key: string;
    readonly label: string;
    readonly family: ResidueFamily;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly lines: readonly {
    readonly kind: ContactKind;
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
    readonly residue: string;
    readonly distance: number;
    readonly arrow: "none" | "to-ligand" | "to-residue";
  }[];
  readonly kinds: readonly ContactKind[];
};

export type InteractionDiagramProps = {
  readonly diagram: ShownDiagram;
  /** Name of the ligand or pose. */
  readonly name: string;
  /** The residue that is marked here and elsewhere on the page; null: none. */
  readonly marked?: string | null;
  readonly onMark?: (residue: string | null) => void;
  readonly className?: string;
};

/** The ligand drawn flat with the residues that it touches around it. Pointing at a residue brings its lines forward. */
export function InteractionDiagram({ diagram, name, marked, onMark, className }: InteractionDiagramProps) {
  const text = usePoseText();
  const scheme = useColourScheme();
  const [pointed, setPointed] = useState<string | null>(null);
  const forward = pointed ?? marked ?? null;
  const mark = (residue: string | null) => {
    setPointed(residue);
    onMark?.(residue);
  };
  const { width, height, ligand, residues, lines, kinds } = diagram;
  const labels = new Map(residues.map(({ key, label }) => [key, label]));
  const opacityOf = (residue: string) => (forward === null || forward === residue ? 1 : 0.25);
  return (
    <figure className={classNames("flex min-h-0 flex-col gap-2", className)}>
      <svg
        role="img"
        aria-label={`${text.diagram}: ${name}`}
        viewBox={`0 0 ${width} ${height}`}
        style={{ maxWidth: width * 1.4 }}
        className="mx-auto h-full min-h-0 w-full"
      >
        <image
          href={`data:image/svg+xml,${encodeURIComponent(ligand.svg)}`}
          x={ligand.x}
          y={ligand.y}
          width={ligand.width}
          height={ligand.height}
        />
        {lines.map((line) => (
          <ContactLine
            key={`${line.residue} ${line.kind} ${line.from.join()}`}
            line={line}
            scheme={scheme}
            opacity={opacityOf(line.residue)}
          />
        ))}
        {residues.map(({ key, label, family, x, y, ...size }) => (
          <g
            key={key}
            opacity={opacityOf(key)}
            onPointerEnter={() => mark(key)}
            onPointerLeave={() => mark(null)}
            className="cursor-default"
          >
            <title>{`${label}, ${text.families[family]}`}</title>
            <rect
              x={x - size.width / 2}
              y={y - size.height / 2}
              width={size.width}
              height={size.height}
              rx={6}
              fill={residueFills[family][scheme]}
              stroke={forward === key ? "var(--qh-accent)" : "var(--qh-line-strong)"}
            />
            <text x={x} y={y + 4} fontSize={12} textAnchor="middle" fill="var(--qh-ink)">
              {label}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        {lines.length === 0 ? (
          <p className="text-sm text-ink-3">{text.noContacts}</p>
        ) : (
          <InteractionLegend kinds={kinds} />
        )}
        <ul className="screen-reader-only">
          {lines.map(({ kind, residue, distance, from }) => (
            <li key={`${residue} ${kind} ${from.join()}`}>
              {text.contactOf(labels.get(residue) ?? residue, text.kinds[kind], distance.toFixed(1))}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

type LineProps = { line: ShownDiagram["lines"][number]; scheme: "light" | "dark"; opacity: number };

/** One contact; the arrow of a hydrogen bond points at the atom that takes the hydrogen. */
function ContactLine({ line: { kind, from, to, distance, arrow }, scheme, opacity }: LineProps) {
  const { dashes, [scheme]: colour } = contactStyles[kind];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const turn = (Math.atan2(dy, dx) * 180) / Math.PI;
  const tip = arrow === "to-ligand" ? from : to;
  return (
    <g opacity={opacity}>
      <line
        x1={from[0]}
        y1={from[1]}
        x2={to[0]}
        y2={to[1]}
        stroke={colour}
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeDasharray={dashes}
      />
      {arrow !== "none" && (
        <path
          d="M0 0L-7 3.2L-7 -3.2Z"
          fill={colour}
          transform={`translate(${tip[0]} ${tip[1]}) rotate(${arrow === "to-ligand" ? turn + 180 : turn})`}
        />
      )}
      {kind !== "hydrophobic" && (
        <text
          x={from[0] + 0.5 * dx}
          y={from[1] + 0.5 * dy - 3}
          fontSize={10}
          textAnchor="middle"
          fill={colour}
          stroke="var(--qh-canvas)"
          strokeWidth={3}
          paintOrder="stroke"
          className="numeric"
        >
          {distance.toFixed(1)}
        </text>
      )}
    </g>
  );
}
