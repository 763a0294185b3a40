import type { DescriptorBlock } from "./block.ts";

const names = [
  "rings",
  "aromaticRings",
  "aliphaticRings",
  "saturatedRings",
  "heteroRings",
  "aromaticHeteroRings",
  "aromaticCarboRings",
  "saturatedHeteroRings",
  "rings3",
  "rings4",
  "rings5",
  "rings6",
  "rings7",
  "rings8plus",
  "ringAtoms",
  "ringAtomFraction",
  "fusedAtoms",
  "spiroAtoms",
  "bridgeAtoms",
  "ringSystems",
  "largestRingSystem",
  "fusedAromaticAtoms",
  "ringSystemAromaticMax",
  "macrocycleSize",
] as const;

/** Ring counts over the smallest set of smallest rings. */
export const ringBlock: DescriptorBlock = {
  names,
  write(graph, _fields, out, at) {
    const size = [0, 0, 0, 0, 0, 0];
    let aromatic = 0;
    let saturated = 0;
    let hetero = 0;
    let aromaticHetero = 0;
    let saturatedHetero = 0;
    let macrocycle = 0;
    const parent = graph.rings.map((_, i) => i);
    const root = (i: number): number => {
      let r = i;
      while (parent[r] !== r) r = parent[r]!;
      return r;
    };
    const firstRing = new Int32Array(graph.n).fill(-1);
    const isAromaticRing: boolean[] = [];
    graph.rings.forEach((ring, index) => {
      size[Math.min(5, ring.length - 3)]!++;
      macrocycle = Math.max(macrocycle, ring.length >= 9 ? ring.length : 0);
      const allAromatic = ring.every((a) => graph.aromatic[a] === 1);
      isAromaticRing.push(allAromatic);
      const hasHetero = ring.some((a) => graph.z[a] !== 6);
      let single = true;
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i]!;
        if (graph.aromatic[a]) single = false;
        for (let j = graph.offset[a]!; j < graph.offset[a + 1]!; j++) {
          if (graph.ringBond[graph.via[j]!] && graph.order[graph.via[j]!] !== 1) single = false;
        }
        if (firstRing[a]! >= 0) parent[root(index)] = root(firstRing[a]!);
        else firstRing[a] = index;
      }
      if (allAromatic) aromatic++;
      if (hasHetero) hetero++;
      if (allAromatic && hasHetero) aromaticHetero++;
      if (single) saturated++;
      if (single && hasHetero) saturatedHetero++;
    });
    let ringAtoms = 0;
    let fused = 0;
    let fusedAromatic = 0;
    let spiro = 0;
    let bridge = 0;
    const systemSize = new Map<number, number>();
    for (let a = 0; a < graph.n; a++) {
      if (graph.ringCount[a] === 0) continue;
      ringAtoms++;
      const system = root(firstRing[a]!);
      systemSize.set(system, (systemSize.get(system) ?? 0) + 1);
      if (graph.ringCount[a]! < 2) continue;
      let ringBonds = 0;
      for (let i = graph.offset[a]!; i < graph.offset[a + 1]!; i++) ringBonds += graph.ringBond[graph.via[i]!]!;
      if (ringBonds === 4) spiro++;
      else if (ringBonds === 2) bridge++;
      else {
        fused++;
        fusedAromatic += graph.aromatic[a]!;
      }
    }
    const aromaticPerSystem = new Map<number, number>();
    graph.rings.forEach((_, index) => {
      if (isAromaticRing[index]) aromaticPerSystem.set(root(index), (aromaticPerSystem.get(root(index)) ?? 0) + 1);
    });
    const rings = graph.rings.length;
    out.set(
      [
        rings,
        aromatic,
        rings - aromatic,
        saturated,
        hetero,
        aromaticHetero,
        aromatic - aromaticHetero,
        saturatedHetero,
        ...size,
        ringAtoms,
        ringAtoms / Math.max(1, graph.n),
        fused,
        spiro,
        bridge,
        systemSize.size,
        Math.max(0, ...systemSize.values()),
        fusedAromatic,
        Math.max(0, ...aromaticPerSystem.values()),
        macrocycle,
      ],
      at,
    );
  },
};
