import type { MoleculeGraph } from "@qinghao/chemistry";
import { findAcids, type TitratableGroup } from "./acids.ts";
import { chargeAway, findBases } from "./bases.ts";
import { viewMolecule } from "./molecule-view.ts";

/** A group with the state it is in at a pH. */
export interface GroupState extends TitratableGroup {
  /** With what other charges do to it. */
  readonly pKa: number;
  readonly isCharged: boolean;
}

/**
 * States of the titratable groups of a neutral molecule at a pH. The strongest base is charged first; a charge lowers the
 * pKa of the bases near it.
 */
export function groupStates(graph: MoleculeGraph, pH: number): GroupState[] {
  const view = viewMolecule(graph);
  const acids = findAcids(view).map((acid) => ({ ...acid, isCharged: acid.pKa < pH }));
  const waiting = findBases(view);
  const done: GroupState[] = [];
  const effective = (base: TitratableGroup): number =>
    done
      .filter(({ isCharged }) => isCharged)
      .reduce((sum, other) => sum + (chargeAway[view.distance(base.atom, other.atom, 5)] ?? 0), base.pKa);
  while (waiting.length > 0) {
    const values = waiting.map(effective);
    const best = values.indexOf(Math.max(...values));
    const [base] = waiting.splice(best, 1);
    done.push({ ...base!, pKa: values[best]!, isCharged: values[best]! > pH });
  }
  return [...acids, ...done].sort((a, b) => a.atom - b.atom);
}
