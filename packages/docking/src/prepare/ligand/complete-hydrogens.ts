import { bondBetween, type MoleculeGraph } from "@qinghao/chemistry";
import { pointAt, type Vector } from "../../poses/vectors.ts";
import { hydrogenBondLength, placeHydrogens } from "../hydrogens/place-hydrogens.ts";
import { neighboursOf } from "./atom-kinds.ts";
import { bondShape } from "./bond-shape.ts";
import type { InputAtoms } from "./input-atoms.ts";

/** A hydrogen that the input left out. */
export interface AddedHydrogen {
  readonly bearer: number;
  readonly position: Vector;
}

/**
 * Hydrogens that the graph has and the input does not, at their ideal places.
 * @param positions 3 x atoms of the input, Å
 */
export function missingHydrogens(graph: MoleculeGraph, input: InputAtoms, positions: Float64Array): AddedHydrogen[] {
  const given = new Map<number, number[]>();
  for (const [hydrogen, bearer] of input.bearer.entries()) {
    if (bearer >= 0) given.set(bearer, [...(given.get(bearer) ?? []), hydrogen]);
  }
  const added: AddedHydrogen[] = [];
  for (let g = 0; g < graph.atomCount; g++) {
    const bearer = input.atomOfGraph[g]!;
    if (bearer < 0) continue;
    const own = given.get(bearer) ?? [];
    const missing = graph.hCount[g]! - own.length;
    if (missing <= 0) continue;
    const heavy = [...neighboursOf(graph, g)].filter((other) => input.atomOfGraph[other]! >= 0);
    const place = (atom: number): Vector => pointAt(positions, atom);
    const neighbours = [...heavy.map((other) => input.atomOfGraph[other]!), ...own].map(place);
    const [first] = heavy;
    const bare = {
      at: place(bearer),
      neighbours,
      beyond: first === undefined ? null : beyondOf(graph, input, first, g, positions),
      shape: bondShape(graph, g),
      bondLength: hydrogenBondLength(graph.atomicNumber[g]!),
    };
    for (const position of placeHydrogens(bare, missing)) added.push({ bearer, position });
  }
  return added;
}

/** An atom behind the only neighbour, one that is doubly bonded to it if there is one: `O=C-O-H` likes to be flat. */
function beyondOf(
  graph: MoleculeGraph,
  input: InputAtoms,
  neighbour: number,
  atom: number,
  positions: Float64Array,
): Vector | null {
  const behind = [...neighboursOf(graph, neighbour)].filter(
    (other) => other !== atom && input.atomOfGraph[other]! >= 0,
  );
  const singly = behind.find((other) => graph.kekuleOrder[bondBetween(graph, neighbour, other)] === 1);
  const chosen = singly ?? behind[0];
  return chosen === undefined ? null : pointAt(positions, input.atomOfGraph[chosen]!);
}
