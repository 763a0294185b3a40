import {
  type ChemKit,
  type DepictionTheme,
  depictSvg,
  type MoleculeGraph,
  type Rgb,
  withMolecule,
} from "@qinghao/chemistry";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../../errors.ts";
import { heavySkeleton, prepareMatching, visitMappings } from "../atom-matching.ts";
import type { PoseMolecule } from "../pose-molecule.ts";

/** A place in a drawing, pixels from its upper left corner. */
export type Point = readonly [number, number];

export type LigandDrawing = {
  /** What is inside the drawing's `svg` element. */
  readonly markup: string;
  /** The part of the drawing's own coordinates that is used, pixels. */
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  /** Where each atom of the pose's graph is in those coordinates; null for hydrogens. */
  readonly atoms: readonly (Point | null)[];
};

/** Length of a bond, and room around the outermost atoms for their labels, pixels. */
const BOND = 34;
const MARGIN = 22;
/** Wide enough that no ligand has to be shrunk. */
const CANVAS = 2400;
const marker: Rgb = [1, 0, 1];

/** Draws a pose flat, as a chemist would, and says where its atoms are drawn. */
export function drawLigand(
  kit: ChemKit,
  pose: PoseMolecule,
  theme: DepictionTheme,
): Result<LigandDrawing, QinghaoError> {
  const flat = withMolecule(kit, pose.smiles, ({ graph }) => graph);
  if (!flat.ok) return flat;
  const images = sameAtoms(pose.graph, flat.value);
  const marked = Object.fromEntries(Array.from({ length: flat.value.atomCount }, (_, atom) => [atom, marker]));
  const svg = depictSvg(kit, pose.smiles, {
    width: CANVAS,
    height: CANVAS,
    theme,
    bondLength: BOND,
    atomColours: marked,
  });
  if (!svg.ok) return svg;
  const drawn = readDrawing(svg.value);
  if (images === null || drawn === null) return err(dockingErrors.create("pose.drawing"));
  const atoms = images.map((image) => (image === -1 ? null : (drawn.places.get(image) ?? null)));
  const placed = atoms.filter((place) => place !== null);
  const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  const [width, height] = [Math.max(...xs) + MARGIN - left, Math.max(...ys) + MARGIN - top];
  return ok({ markup: drawn.markup, viewBox: [left, top, width, height], atoms });
}

/** The circles behind the atoms tell where these are; they are taken out of the drawing. */
function readDrawing(svg: string): { places: Map<number, Point>; markup: string } | null {
  const places = new Map<number, Point>();
  const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1];
  if (inside === undefined) return null;
  const markup = inside.replace(
    /<ellipse cx='([^']+)' cy='([^']+)'[^>]*class='atom-(\d+)'[^>]*\/>\n?/g,
    (_, x: string, y: string, atom: string) => {
      places.set(Number(atom), [Number(x), Number(y)]);
      return "";
    },
  );
  return { places, markup };
}

/**
 * For each atom of one graph the same atom of another graph of the same molecule: elements, connections, charges and
 * hydrogens agree. -1 for hydrogens.
 */
function sameAtoms(graph: MoleculeGraph, other: MoleculeGraph): number[] | null {
  const [first, second] = [heavySkeleton(graph), heavySkeleton(other)];
  const matching = prepareMatching(first, second);
  if (matching === null) return null;
  const images = new Array<number>(graph.atomCount).fill(-1);
  const isAlike = (atom: number, image: number) => {
    const [a, b] = [first.atoms[atom]!, second.atoms[image]!];
    return graph.hCount[a] === other.hCount[b] && graph.charge[a] === other.charge[b];
  };
  let isFound = false;
  visitMappings(
    matching,
    (mapping) => {
      isFound = true;
      mapping.forEach((image, atom) => {
        images[first.atoms[atom]!] = second.atoms[image]!;
      });
      return false;
    },
    (atom, possible) => possible.filter((image) => isAlike(atom, image)),
  );
  return isFound ? images : null;
}
