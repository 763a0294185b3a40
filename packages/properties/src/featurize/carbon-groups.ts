import { hybridisation } from "./atom-fields.ts";
import { isHalogen } from "./elements.ts";
import type { Add } from "./functional-groups.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";
import { isCarbonyl } from "./pharmacophore.ts";

export type Surroundings = {
  o1: number;
  oh: number;
  n: number;
  nh2: number;
  nh: number;
  c: number;
  aromatic: number;
  halogen: number;
  s: number;
};

/** What an atom is bound to by single or aromatic bonds. */
export function around(graph: MolGraph, a: number): Surroundings {
  const s: Surroundings = { o1: 0, oh: 0, n: 0, nh2: 0, nh: 0, c: 0, aromatic: 0, halogen: 0, s: 0 };
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    if (graph.order[graph.via[i]!] !== 1 && !graph.aromaticBond[graph.via[i]!]) continue;
    const b = graph.neighbour[i]!;
    const z = graph.z[b]!;
    const h = graph.h[b]!;
    if (graph.aromatic[b]) s.aromatic++;
    if (z === 6) s.c++;
    else if (z === 8) h > 0 || graph.charge[b]! < 0 ? s.oh++ : s.o1++;
    else if (z === 7) {
      s.n++;
      if (h >= 2) s.nh2++;
      else if (h === 1) s.nh++;
    } else if (z === 16) s.s++;
    else if (isHalogen(z)) s.halogen++;
  }
  return s;
}

/** Groups that a carbon atom is the centre of. */
export function countCarbon(graph: MolGraph, a: number, add: Add): void {
  if (graph.aromatic[a]) {
    if (degreeOf(graph, a) > 2 && graph.ringCount[a] === 1) add("arylSubstituents");
    return;
  }
  const s = around(graph, a);
  if (isCarbonyl(graph, a)) {
    countCarbonyl(graph, a, s, add);
    return;
  }
  const hybrid = hybridisation(graph, a);
  if (hybrid === 0) {
    if (s.halogen === 3) add("trifluoromethyl");
    else if (s.halogen > 0) add("alkylHalide");
    if (s.o1 + s.oh >= 2) add("acetal");
    if (graph.h[a] === 0 && methylNeighbours(graph, a) >= 2) add("gemDimethyl");
  }
  if (hybrid === 1) {
    for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
      if (graph.order[graph.via[i]!] !== 2 || graph.z[graph.neighbour[i]!] !== 7) continue;
      if (s.n >= 2) add("guanidine");
      else if (s.n === 1) add("amidine");
    }
  }
}

function countCarbonyl(graph: MolGraph, a: number, s: Surroundings, add: Add): void {
  let sulfur = false;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    if (graph.z[graph.neighbour[i]!] === 16 && graph.order[graph.via[i]!] === 2) sulfur = true;
  }
  if (sulfur) add("thiocarbonyl");
  const ring = graph.ringCount[a]! > 0;
  if (s.halogen > 0) add("acylHalide");
  else if (s.n >= 2) add("urea");
  else if (s.n === 1 && s.o1 + s.oh > 0) add("carbamate");
  else if (s.n === 1) {
    if (ring) add("lactam");
    for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
      const b = graph.neighbour[i]!;
      if (graph.z[b] !== 7) continue;
      if (carbonylNeighbours(graph, b) >= 2) add("imide");
      else if (s.nh2) add("primaryAmide");
      else add(s.nh ? "secondaryAmide" : "tertiaryAmide");
    }
  } else if (s.oh > 0) add("carboxylicAcid");
  else if (s.o1 >= 2) add("carbonate");
  else if (s.o1 === 1) {
    add("ester");
    if (ring) add("lactone");
  } else if (graph.h[a]! > 0) add("aldehyde");
  else if (ring && s.c >= 2 && hasSp2RingNeighbour(graph, a)) add("quinone");
  else add(s.aromatic ? "arylKetone" : "ketone");
}

function hasSp2RingNeighbour(graph: MolGraph, a: number): boolean {
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    if (graph.ringCount[b]! > 0 && graph.z[b] === 6 && hybridisation(graph, b) === 1) return true;
  }
  return false;
}

export function carbonylNeighbours(graph: MolGraph, a: number): number {
  let count = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) if (isCarbonyl(graph, graph.neighbour[i]!)) count++;
  return count;
}

function methylNeighbours(graph: MolGraph, a: number): number {
  let count = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    if (graph.z[b] === 6 && graph.h[b] === 3) count++;
  }
  return count;
}
