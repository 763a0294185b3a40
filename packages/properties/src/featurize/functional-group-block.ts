import type { DescriptorBlock } from "./block.ts";
import { carbonylNeighbours, countCarbon } from "./carbon-groups.ts";
import { isHalogen } from "./elements.ts";
import { type Add, type Group, groups } from "./functional-groups.ts";
import { countNitrogen, oxygenGroup, sulfurGroup } from "./hetero-groups.ts";
import { degreeOf, type MolGraph } from "./mol-graph.ts";
import { isAcidic, isOxidised, touchesAromatic } from "./pharmacophore.ts";

const at = Object.fromEntries(groups.map((name, i) => [name, i])) as Record<Group, number>;

/** Numbers of functional groups, and of the groups that decide the charge at pH 7.4. */
export const functionalGroupBlock: DescriptorBlock = {
  names: groups.map((name) => `group:${name}`),
  write(graph, fields, out, start) {
    const count = new Float32Array(groups.length);
    const add = (name: Group): void => {
      count[at[name]]!++;
    };
    for (let a = 0; a < graph.n; a++) {
      const z = graph.z[a];
      if (z === 6) countCarbon(graph, a, add);
      else if (z === 7) countNitrogen(graph, a, add);
      else if (z === 15 && isOxidised(graph, a)) add("phosphate");
      const group = z === 8 ? oxygenGroup(graph, a) : z === 16 ? sulfurGroup(graph, a) : null;
      if (group !== null) add(group);
      if (isAcidic(graph, a)) add("acidCount");
    }
    for (let b = 0; b < graph.m; b++) countBond(graph, b, add);
    const basic = count[at.basicPrimary]! + count[at.basicSecondary]! + count[at.basicTertiary]! + count[at.amidine]!;
    count[at.zwitterion] = Math.min(basic, count[at.acidCount]!);
    count[at.orthoDonorAcceptor] = internalHydrogenBonds(graph, fields.distance);
    out.set(count, start);
  },
};

function countBond(graph: MolGraph, b: number, add: Add): void {
  const x = graph.begin[b]!;
  const y = graph.end[b]!;
  const zx = graph.z[x]!;
  const zy = graph.z[y]!;
  if (zx === 6 && zy === 6 && !graph.aromaticBond[b]) {
    if (graph.order[b] === 3) add("alkyne");
    if (graph.order[b] === 2) {
      add("alkene");
      if (
        touchesAromatic(graph, x) ||
        touchesAromatic(graph, y) ||
        carbonylNeighbours(graph, x) + carbonylNeighbours(graph, y) > 0
      )
        add("conjugatedAlkene");
    }
  }
  if (graph.aromatic[x] && graph.aromatic[y] && !graph.ringBond[b]) add("biaryl");
  if ((graph.aromatic[x] && isHalogen(zy)) || (graph.aromatic[y] && isHalogen(zx))) add("arylHalide");
  if (graph.order[b] === 0) add("metalBond");
}

/** Donor hydrogens three or four bonds from a carbonyl or nitro oxygen or a pyridine nitrogen, able to close a 5- to 6-ring. */
function internalHydrogenBonds(graph: MolGraph, distance: Uint8Array): number {
  let count = 0;
  for (let a = 0; a < graph.n; a++) {
    if ((graph.z[a] !== 7 && graph.z[a] !== 8) || graph.h[a] === 0) continue;
    for (let b = 0; b < graph.n; b++) {
      const isAcceptor =
        (graph.z[b] === 8 && graph.h[b] === 0 && degreeOf(graph, b) === 1) ||
        (graph.z[b] === 7 && graph.aromatic[b] === 1 && graph.h[b] === 0 && degreeOf(graph, b) === 2);
      if (isAcceptor && distance[a * graph.n + b] === 4) count++;
    }
  }
  return count;
}
