import { hybridisation } from "./atom-fields.ts";
import { around } from "./carbon-groups.ts";
import type { Add, Group } from "./functional-groups.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";
import { isBasicNitrogen, isCarbonyl, isOxidised, isWithdrawn, touchesAromatic } from "./pharmacophore.ts";

/** Groups that a nitrogen atom is the centre of. */
export function countNitrogen(graph: MolGraph, a: number, add: Add): void {
  const h = graph.h[a]!;
  const degree = degreeOf(graph, a);
  const charge = graph.charge[a]!;
  if (graph.aromatic[a]) {
    if (charge > 0) add("nOxide");
    else if (h > 0) add("pyrroleNH");
    else add(degree > 2 ? "pyrroleSubstituted" : "pyridineLike");
    return;
  }
  if (isOxidised(graph, a)) {
    add("nitro");
    return;
  }
  if (charge > 0) {
    if (degree + h === 4) add("quaternaryNitrogen");
    return;
  }
  const hybrid = hybridisation(graph, a);
  if (hybrid === 2) {
    if (degree === 1) add("nitrile");
    return;
  }
  let nitrogens = 0;
  let oxygens = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const z = graph.z[graph.neighbour[i]!]!;
    if (z === 7) nitrogens++;
    if (z === 8) oxygens++;
  }
  if (hybrid === 1) {
    add(oxygens ? "oxime" : nitrogens ? "azo" : "imine");
    return;
  }
  if (nitrogens) add("hydrazine");
  if (isWithdrawn(graph, a)) return;
  if (touchesAromatic(graph, a)) add(h >= 2 ? "aniline" : "anilineSubstituted");
  else add(h >= 2 ? "primaryAmine" : h === 1 ? "secondaryAmine" : "tertiaryAmine");
  if (isBasicNitrogen(graph, a)) {
    add(h >= 2 ? "basicPrimary" : h === 1 ? "basicSecondary" : "basicTertiary");
    if (hasWithdrawingBeta(graph, a)) add("basicWeakened");
  }
}

/** A heteroatom, carbonyl, aromatic ring or nitrile on a carbon beside the amine: lowers its basicity. */
function hasWithdrawingBeta(graph: MolGraph, a: number): boolean {
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
    const b = graph.neighbour[i]!;
    for (let j = graph.offset[b]!; j < graph.offset[b + 1]!; j++) {
      const c = graph.neighbour[j]!;
      if (c !== a && (graph.z[c] !== 6 || isCarbonyl(graph, c) || hybridisation(graph, c) === 2)) return true;
    }
  }
  return false;
}

/** The group that an oxygen atom makes, if any. */
export function oxygenGroup(graph: MolGraph, a: number): Group | null {
  if (graph.aromatic[a]) return "furanLike";
  const degree = degreeOf(graph, a);
  const b = graph.neighbour[graph.offset[a]!];
  if (b === undefined || graph.order[graph.via[graph.offset[a]!]!] !== 1) return null;
  if (graph.h[a] === 1 && degree === 1 && graph.z[b] === 6 && !isCarbonyl(graph, b)) return hydroxylGroup(graph, b);
  if (degree !== 2) return null;
  const c = graph.neighbour[graph.offset[a]! + 1]!;
  if (graph.z[b] === 8 || graph.z[c] === 8) return "peroxide";
  if (graph.z[b] !== 6 || graph.z[c] !== 6 || isCarbonyl(graph, b) || isCarbonyl(graph, c)) return null;
  if (graph.ringSize[a] === 3) return "epoxide";
  return graph.aromatic[b] || graph.aromatic[c] ? "etherAryl" : "etherAliphatic";
}

function hydroxylGroup(graph: MolGraph, carbon: number): Group | null {
  if (graph.aromatic[carbon]) return "phenol";
  if (hybridisation(graph, carbon) !== 0) return null;
  const h = graph.h[carbon]!;
  return h >= 2 ? "primaryAlcohol" : h === 1 ? "secondaryAlcohol" : "tertiaryAlcohol";
}

/** The group that a sulfur atom makes, if any. */
export function sulfurGroup(graph: MolGraph, a: number): Group | null {
  if (graph.aromatic[a]) return "thiopheneLike";
  if (graph.h[a]! > 0) return "thiol";
  const s = around(graph, a);
  if (!isOxidised(graph, a)) return degreeOf(graph, a) !== 2 ? null : s.s > 0 ? "disulfide" : "thioether";
  let oxo = 0;
  for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) if (graph.order[graph.via[i]!] === 2) oxo++;
  if (oxo < 2) return "sulfoxide";
  if (s.oh > 0) return "sulfonicAcid";
  if (s.n > 0) return s.nh2 > 0 ? "sulfonamidePrimary" : "sulfonamide";
  return "sulfone";
}
