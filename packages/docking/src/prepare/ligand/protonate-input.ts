import type { MoleculeGraph } from "@qinghao/chemistry";
import type { MolblockAtoms } from "../../poses/molblock-atoms.ts";
import { groupStates } from "../smiles/protonate.ts";
import { matchInputAtoms } from "./input-atoms.ts";

/** A molecule and its placed atoms. */
export interface PlacedGraph {
  readonly graph: MoleculeGraph;
  readonly atoms: MolblockAtoms;
}

/**
 * Charges the groups that are drawn neutral and are ionised at the pH: an acid's hydrogen is taken away, a base's is left
 * to be added. Groups that are drawn charged stay so. Null where atoms and graph do not go together.
 */
export function protonateInput({ graph, atoms }: PlacedGraph, pH: number): PlacedGraph | null {
  const input = matchInputAtoms(graph, atoms);
  if (input === null) return null;
  const charge = graph.charge.slice();
  const hCount = graph.hCount.slice();
  const implicitH = graph.implicitH.slice();
  const dropped = new Set<number>();
  for (const { atom, kind, isCharged } of groupStates(graph, pH)) {
    if (!isCharged) continue;
    const step = kind === "acid" ? -1 : 1;
    charge[atom]! += step;
    hCount[atom]! += step;
    implicitH[atom]! += step;
    const hydrogen = input.bearer.findIndex((bearer, h) => bearer === input.atomOfGraph[atom] && !dropped.has(h));
    if (kind === "acid" && hydrogen >= 0) dropped.add(hydrogen);
  }
  return { graph: { ...graph, charge, hCount, implicitH }, atoms: withoutAtoms(atoms, dropped) };
}

function withoutAtoms({ symbols, positions, bonds }: MolblockAtoms, dropped: ReadonlySet<number>): MolblockAtoms {
  const kept = [...symbols.keys()].filter((atom) => !dropped.has(atom));
  const index = new Map(kept.map((atom, position) => [atom, position]));
  const keptBonds: number[] = [];
  for (let b = 0; b < bonds.length; b += 2) {
    const begin = index.get(bonds[b]!);
    const end = index.get(bonds[b + 1]!);
    if (begin !== undefined && end !== undefined) keptBonds.push(begin, end);
  }
  return {
    symbols: kept.map((atom) => symbols[atom]!),
    positions: Float64Array.from(kept.flatMap((atom) => [...positions.subarray(3 * atom, 3 * atom + 3)])),
    bonds: keptBonds,
  };
}
