import type { ChemKit, DepictionTheme } from "@qinghao/chemistry";
import { ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { mainInteractions } from "../interactions/find-interactions.ts";
import { type Interaction, type InteractionKind, interactionKinds, residueKey } from "../interactions/interaction.ts";
import type { PoseMolecule } from "../pose-molecule.ts";
import type { Surroundings } from "../surroundings.ts";
import { drawLigand, type LigandDrawing, type Point } from "./ligand-drawing.ts";
import { mean, placeResidues } from "./place-residues.ts";
import { type ResidueFamily, residueFamily } from "./residue-family.ts";

/** A rectangle by its upper left corner, pixels. */
type DiagramPart = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type DiagramResidue = {
  readonly key: string;
  /** `Asp381`, with its chain in front where several chains are touched. */
  readonly label: string;
  readonly family: ResidueFamily;
  /** Middle and size, pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type DiagramLine = {
  readonly kind: InteractionKind;
  /** From the ligand to the rim of the residue, pixels. */
  readonly from: Point;
  readonly to: Point;
  readonly residue: string;
  /** Å */
  readonly distance: number;
  /** Which end takes the hydrogen of a hydrogen bond. */
  readonly arrow: "none" | "to-ligand" | "to-residue";
};

/** A flat picture of what holds a ligand: all that a page needs to draw it, as plain data. */
export type InteractionDiagram = {
  readonly width: number;
  readonly height: number;
  /** The ligand's drawing as an SVG document of its own, and where it lies in the diagram. */
  readonly ligand: DiagramPart & { readonly svg: string };
  readonly residues: readonly DiagramResidue[];
  readonly lines: readonly DiagramLine[];
  /** Kinds that occur, for the legend. */
  readonly kinds: readonly InteractionKind[];
};

const BOX_HEIGHT = 24;
const LETTER = 7.6;
const EDGE = 14;

/**
 * Draws the ligand in the middle and the residues that it touches around it. Of several contacts alike the shortest is
 * shown; a hydrophobic one only where nothing stronger joins the same residue.
 */
export function interactionDiagram(
  kit: ChemKit,
  pose: PoseMolecule,
  surroundings: Surroundings,
  interactions: readonly Interaction[],
  theme: DepictionTheme,
): Result<InteractionDiagram, QinghaoError> {
  const drawing = drawLigand(kit, pose, theme);
  if (!drawing.ok) return drawing;
  const shown = shownInteractions(interactions);
  const atoms = drawing.value.atoms.filter((place) => place !== null);
  const groups = [...Map.groupBy(shown, ({ residue }) => residueKey(residue)).values()];
  const hasChains = new Set(shown.map(({ residue }) => residue.chain)).size > 1;
  const residues = groups.map((group) => {
    const label = labelOf(group[0]!, hasChains);
    const anchors = group.map((interaction) => anchorOf(interaction, drawing.value));
    return { group, label, anchors, width: Math.ceil(label.length * LETTER) + 16, height: BOX_HEIGHT };
  });
  const places = placeResidues(residues, atoms);
  const boxes = residues.map(({ group, label, width, height }, i): DiagramResidue => {
    const { residue, receptorAtoms } = group[0]!;
    const family = residueFamily(residue.residue, surroundings.elements[receptorAtoms[0]!]!);
    return { key: residueKey(residue), label, family, x: places[i]![0], y: places[i]![1], width, height };
  });
  const lines = residues.flatMap(({ group, anchors }, i) =>
    group.map(
      ({ kind, role, residue, distance }, k): DiagramLine => ({
        kind,
        from: besideAtom(group[k]!.ligandAtoms, anchors[k]!, boxes[i]!, pose),
        to: rimOf(boxes[i]!, anchors[k]!),
        residue: residueKey(residue),
        distance,
        arrow: kind !== "hydrogen-bond" ? "none" : role === "donor" ? "to-residue" : "to-ligand",
      }),
    ),
  );
  const kinds = interactionKinds.filter((kind) => shown.some((interaction) => interaction.kind === kind));
  return ok(moveToOrigin(drawing.value, boxes, lines, kinds));
}

function shownInteractions(interactions: readonly Interaction[]): Interaction[] {
  const main = mainInteractions(interactions);
  const strong = new Set(main.filter(({ kind }) => kind !== "hydrophobic").map(({ residue }) => residueKey(residue)));
  return main.filter(({ kind, residue }) => kind !== "hydrophobic" || !strong.has(residueKey(residue)));
}

function labelOf({ residue }: Interaction, hasChains: boolean): string {
  const { chain, residue: name, number, insertion } = residue;
  const word = name.length === 3 ? name[0] + name.slice(1).toLowerCase() : name;
  return `${hasChains && chain !== "" ? `${chain}:` : ""}${word}${number}${insertion}`;
}

/** Where a line ends at the ligand: an atom, or the middle of a drawn ring. */
function anchorOf({ ligandAtoms }: Interaction, { atoms }: LigandDrawing): Point {
  return mean(ligandAtoms.flatMap((atom) => (atoms[atom] === null ? [] : [atoms[atom]!])));
}

/** Room for the letters of an atom that is not carbon, and for the end of a bond, pixels. */
const LABEL_ROOM = 11;
const BOND_ROOM = 4;

/** Begins a line a little away from its atom; one to a ring begins in the ring's middle. */
function besideAtom(
  ligandAtoms: readonly number[],
  anchor: Point,
  { x, y }: DiagramResidue,
  pose: PoseMolecule,
): Point {
  if (ligandAtoms.length > 1) return anchor;
  const room = pose.graph.atomicNumber[ligandAtoms[0]!] === 6 ? BOND_ROOM : LABEL_ROOM;
  const far = Math.hypot(x - anchor[0], y - anchor[1]);
  return [anchor[0] + ((x - anchor[0]) * room) / far, anchor[1] + ((y - anchor[1]) * room) / far];
}

/** Where the line from a point to the middle of a box enters it. */
function rimOf({ x, y, width, height }: DiagramResidue, [fromX, fromY]: Point): Point {
  const [dx, dy] = [fromX - x, fromY - y];
  const share = Math.min(width / 2 / Math.max(Math.abs(dx), 1e-9), height / 2 / Math.max(Math.abs(dy), 1e-9), 1);
  return [x + dx * share, y + dy * share];
}

/** Puts everything together so that the picture begins at its upper left corner. */
function moveToOrigin(
  { markup, viewBox }: LigandDrawing,
  residues: readonly DiagramResidue[],
  lines: readonly DiagramLine[],
  kinds: readonly InteractionKind[],
): InteractionDiagram {
  const [left, top, width, height] = viewBox.map(tenth) as [number, number, number, number];
  const lowX = Math.min(left, ...residues.map((box) => box.x - box.width / 2)) - EDGE;
  const lowY = Math.min(top, ...residues.map((box) => box.y - box.height / 2)) - EDGE;
  const highX = Math.max(left + width, ...residues.map((box) => box.x + box.width / 2)) + EDGE;
  const highY = Math.max(top + height, ...residues.map((box) => box.y + box.height / 2)) + EDGE;
  const move = ([x, y]: Point): Point => [tenth(x - lowX), tenth(y - lowY)];
  const [x, y] = move([left, top]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">${markup}</svg>`;
  return {
    width: Math.ceil(highX - lowX),
    height: Math.ceil(highY - lowY),
    ligand: { svg, x, y, width, height },
    residues: residues.map((box) => {
      const [boxX, boxY] = move([box.x, box.y]);
      return { ...box, x: boxX, y: boxY };
    }),
    lines: lines.map((line) => ({ ...line, from: move(line.from), to: move(line.to) })),
    kinds,
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
