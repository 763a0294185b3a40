import { covalentRadii } from "@qinghao/chemistry";
import { degreeOf, type MolGraph } from "./mol-graph.ts";

/**
 * Approximate accessible surface of each atom with its hydrogens' overlap, square angstrom.
 * Source: Labute 2000, doi 10.1016/S1093-3263(00)00068-1, equations 4 to 7, each hydrogen with its own overlap (RDKit counts one per atom).
 */
export function labuteSurface(graph: MolGraph): { atoms: Float64Array; hydrogens: number } {
  const overlap = new Float64Array(graph.n);
  const radiusH = covalentRadii[1]!;
  let hydrogens = 0;
  let overlapOnH = 0;
  for (let b = 0; b < graph.m; b++) {
    const x = graph.begin[b]!;
    const y = graph.end[b]!;
    const rx = covalentRadii[graph.z[x]!]!;
    const ry = covalentRadii[graph.z[y]!]!;
    const shortening = graph.aromaticBond[b] ? 0.1 : graph.order[b] === 2 ? 0.2 : graph.order[b] === 3 ? 0.3 : 0;
    const d = Math.min(Math.max(Math.abs(rx - ry), rx + ry - shortening), rx + ry);
    overlap[x]! += ry * ry - ((rx - d) * (rx - d)) / d;
    overlap[y]! += rx * rx - ((ry - d) * (ry - d)) / d;
  }
  const atoms = new Float64Array(graph.n);
  for (let a = 0; a < graph.n; a++) {
    const r = covalentRadii[graph.z[a]!]!;
    const h = graph.h[a]!;
    if (h > 0) {
      const d = r + radiusH;
      overlap[a]! += h * (radiusH * radiusH - ((r - d) * (r - d)) / d);
      overlapOnH += h * (r * r - ((radiusH - d) * (radiusH - d)) / d);
      hydrogens += h;
    }
    if (degreeOf(graph, a) + h === 0) overlap[a] = 0;
    atoms[a] = 4 * Math.PI * r * r - Math.PI * r * overlap[a]!;
  }
  return { atoms, hydrogens: hydrogens * 4 * Math.PI * radiusH * radiusH - Math.PI * radiusH * overlapOnH };
}
