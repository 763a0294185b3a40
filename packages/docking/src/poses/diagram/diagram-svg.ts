import type { InteractionKind } from "../interactions/interaction.ts";
import type { DiagramLine, DiagramResidue, InteractionDiagram } from "./interaction-diagram.ts";
import type { ResidueFamily } from "./residue-family.ts";

/** How each kind of contact is drawn; the dashes tell them apart without colour. */
export const contactStrokes: Readonly<Record<InteractionKind, { readonly colour: string; readonly dashes: string }>> = {
  "hydrogen-bond": { colour: "#1d4ed8", dashes: "6 4" },
  "salt-bridge": { colour: "#b45309", dashes: "10 4" },
  "pi-stacking": { colour: "#15803d", dashes: "2 3" },
  "pi-cation": { colour: "#a21caf", dashes: "8 3 2 3" },
  "halogen-bond": { colour: "#0f766e", dashes: "4 2" },
  metal: { colour: "#6d28d9", dashes: "" },
  hydrophobic: { colour: "#6b7280", dashes: "1 5" },
};

const fills: Readonly<Record<ResidueFamily, string>> = {
  acidic: "#fde2e1",
  basic: "#dbe7fd",
  polar: "#d9f2ee",
  apolar: "#eef1ea",
  nucleotide: "#efe3fa",
  cofactor: "#fbeecb",
  metal: "#e4def7",
  water: "#e0f2fe",
};

/** Names of the kinds in the legend, in the reader's language. */
export type DiagramNames = Readonly<Record<InteractionKind, string>>;

const LEGEND_ROW = 20;

/** The diagram as one SVG file on white, with a legend, for documents and reports. */
export function diagramSvg(diagram: InteractionDiagram, names: DiagramNames): string {
  const { width, height, ligand, residues, lines, kinds } = diagram;
  const whole = height + LEGEND_ROW * kinds.length + (kinds.length === 0 ? 0 : 12);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" font-family="Inter, 'Noto Sans SC', sans-serif">`,
    `<rect width="${width}" height="${whole}" fill="#ffffff"/>`,
    ...lines.map(lineMarkup),
    ligand.svg.replace("<svg ", `<svg x="${ligand.x}" y="${ligand.y}" `),
    ...residues.map(residueMarkup),
    ...kinds.map((kind, i) => legendMarkup(kind, names[kind], height + 6 + LEGEND_ROW * i)),
    "</svg>",
  ].join("\n");
}

function lineMarkup({ kind, from, to, distance }: DiagramLine): string {
  const { colour, dashes } = contactStrokes[kind];
  const [x, y] = [from[0] + 0.55 * (to[0] - from[0]), from[1] + 0.55 * (to[1] - from[1])];
  const line = `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="${colour}" stroke-width="1.5" stroke-linecap="round" stroke-dasharray="${dashes}"/>`;
  if (kind === "hydrophobic") return line;
  const label = `<text x="${x.toFixed(1)}" y="${(y - 3).toFixed(1)}" font-size="10" fill="${colour}" text-anchor="middle" paint-order="stroke" stroke="#ffffff" stroke-width="3">${distance.toFixed(1)}</text>`;
  return `${line}${label}`;
}

function residueMarkup({ label, family, x, y, width, height }: DiagramResidue): string {
  return `<rect x="${(x - width / 2).toFixed(1)}" y="${(y - height / 2).toFixed(1)}" width="${width}" height="${height}" rx="6" fill="${fills[family]}" stroke="#8b918a"/><text x="${x}" y="${(y + 4).toFixed(1)}" font-size="12" fill="#1a1d1a" text-anchor="middle">${escapeText(label)}</text>`;
}

function legendMarkup(kind: InteractionKind, name: string, y: number): string {
  const { colour, dashes } = contactStrokes[kind];
  return `<line x1="14" y1="${y + 8}" x2="44" y2="${y + 8}" stroke="${colour}" stroke-width="1.5" stroke-linecap="round" stroke-dasharray="${dashes}"/><text x="52" y="${y + 12}" font-size="12" fill="#1a1d1a">${escapeText(name)}</text>`;
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
