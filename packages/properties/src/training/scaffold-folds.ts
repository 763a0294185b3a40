import { degreeOf, type MolGraph } from "../featurize/mol-graph.ts";

/**
 * A key that is equal for molecules of one ring scaffold: rings and the chains between them, side chains cut off.
 * Source: Bemis & Murcko 1996, doi 10.1021/jm9602928; the key is a Weisfeiler-Lehman hash, so that distinct scaffolds may in rare
 * cases share one (they then stay in one fold, which does no harm). Null without rings.
 */
export function scaffoldKey(graph: MolGraph): string | null {
  if (graph.rings.length === 0) return null;
  const kept = new Uint8Array(graph.n).fill(1);
  const degree = Uint16Array.from({ length: graph.n }, (_, a) => degreeOf(graph, a));
  const leaves: number[] = [];
  for (let a = 0; a < graph.n; a++) if (degree[a]! <= 1) leaves.push(a);
  for (let a = leaves.pop(); a !== undefined; a = leaves.pop()) {
    kept[a] = 0;
    for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
      const b = graph.neighbour[i]!;
      if (kept[b] && --degree[b]! === 1) leaves.push(b);
    }
  }
  let labels = Int32Array.from({ length: graph.n }, (_, a) => graph.z[a]! * 8 + degree[a]! + graph.aromatic[a]! * 4096);
  for (let round = 0; round < 8; round++) {
    const next = labels.slice();
    for (let a = 0; a < graph.n; a++) {
      if (!kept[a]) continue;
      let sum = 0;
      for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) {
        const b = graph.neighbour[i]!;
        const kind = graph.aromaticBond[graph.via[i]!] ? 4 : graph.order[graph.via[i]!]!;
        if (kept[b]) sum = (sum + mix(labels[b]! * 5 + kind)) | 0;
      }
      next[a] = mix(labels[a]! ^ Math.imul(sum, 31));
    }
    labels = next;
  }
  return Array.from(labels)
    .filter((_, a) => kept[a])
    .sort((x, y) => x - y)
    .reduce((key, label) => mix(key ^ label) ^ Math.imul(label, 0x27d4eb2f), graph.rings.length)
    .toString(36);
}

function mix(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/**
 * Fold of each molecule, molecules of one scaffold together; the largest scaffolds are dealt first, each to the emptiest fold.
 * Molecules without rings are dealt one by one.
 */
export function scaffoldFolds(graphs: readonly MolGraph[], folds: number): Uint8Array {
  const groups = new Map<string, number[]>();
  graphs.forEach((graph, i) => {
    const key = scaffoldKey(graph) ?? `row ${i}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  const out = new Uint8Array(graphs.length);
  const size = new Array<number>(folds).fill(0);
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)) {
    const fold = size.indexOf(Math.min(...size));
    for (const row of group) out[row] = fold;
    size[fold]! += group.length;
  }
  return out;
}
