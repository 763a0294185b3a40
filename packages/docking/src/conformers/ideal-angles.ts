import { SP, SP2, SP3 } from "./hybridisation.ts";
import type { Topology } from "./topology.ts";

/** Angles inside a planar or saturated ring by its size, degrees. */
const planarRing: Readonly<Record<number, number>> = { 3: 60, 4: 90, 5: 108, 6: 120, 7: 128 };
const puckeredRing: Readonly<Record<number, number>> = { 3: 60, 4: 88, 5: 104, 6: 110.5, 7: 114, 8: 116 };
/** Angle of a substituent with a bond of a saturated small ring. */
const outsideRing: Readonly<Record<number, number>> = { 3: 118, 4: 114, 5: 111 };

const TETRAHEDRAL = 109.47;

/** Perchlorate's chlorine and its like, whose type knows one bond only. */
const isHypervalentHalogen = ({ graph, types }: Topology, atom: number): boolean =>
  graph.degree[atom] === 4 && types[atom]!.angle === 180;

/**
 * The natural angle of the clean-up, radians: that of crystal structures for planar centres, for hypervalent halogens and
 * for carbon, nitrogen, oxygen and sulphur outside small rings; null where the angle of the centre's type holds.
 */
export function naturalAngle(topology: Topology, i: number, j: number, k: number): number | null {
  const hybridisation = topology.electrons.hybridisation[j];
  const isOwn = hybridisation === SP2 || isHypervalentHalogen(topology, j);
  if (isOwn) return idealAngle(topology, i, j, k).angle;
  if (hybridisation !== SP3 || (topology.smallestRing[j]! > 0 && topology.smallestRing[j]! < 6)) return null;
  const degrees = openAngle(topology, i, j, k);
  return degrees === null ? null : (degrees * Math.PI) / 180;
}

/** The angle at a carbon, nitrogen, oxygen or sulphur that no small ring constrains, degrees; null at other centres. */
function openAngle({ graph, electrons }: Topology, i: number, j: number, k: number): number | null {
  const hydrogens = Number(graph.atomicNumber[i] === 1) + Number(graph.atomicNumber[k] === 1);
  const isPlanar = (atom: number) => electrons.hybridisation[atom] === SP2;
  const degree = graph.degree[j]!;
  switch (graph.atomicNumber[j]) {
    case 6: {
      if (degree !== 4) return null;
      if (hydrogens > 0) return hydrogens === 2 ? 107.5 : 109;
      const carried = graph.neighbours.subarray(graph.offsets[j], graph.offsets[j + 1]);
      const heavy = carried.filter((atom) => graph.atomicNumber[atom] !== 1).length;
      return heavy === 2 ? 112.5 : heavy === 3 ? 111 : 109.5;
    }
    case 7:
      return degree === 3 ? (hydrogens > 0 ? 108.5 : 111) : null;
    case 8:
      if (degree !== 2) return null;
      return hydrogens > 0 ? 108.5 : isPlanar(j) || isPlanar(i) || isPlanar(k) ? 117.5 : 112;
    case 16:
      return degree === 2 ? (hydrogens > 0 ? 97 : isPlanar(i) && isPlanar(k) ? 103 : 101) : null;
    default:
      return null;
  }
}

/** The angle i-j-k that an unstrained molecule would have, radians, and how far it may be off. */
export function idealAngle(topology: Topology, i: number, j: number, k: number): { angle: number; slack: number } {
  const { graph, types, electrons } = topology;
  const hybridisation = electrons.hybridisation[j]!;
  const radians = (degrees: number, slackDegrees: number) => ({
    angle: (degrees * Math.PI) / 180,
    slack: (slackDegrees * Math.PI) / 180,
  });
  const shared = smallestSharedRing(topology, i, j, k);
  if (hybridisation === SP && shared === 0) return radians(180, 3);
  const isPlanar = hybridisation === SP2 && graph.degree[j]! <= 3;
  if (isPlanar) {
    // A ring of six that is not aromatic is not held flat by its angles.
    if (shared === 6 && graph.aromatic[j] !== 1) return radians(117.5, 3.5);
    if (shared > 0) return radians(planarRing[shared] ?? 122, shared <= 6 ? 3 : 8);
    const own = topology.smallestRing[j]!;
    if (own > 0 && graph.degree[j] === 3 && own <= 6) {
      const rings = graph.rings.filter((ring) => ring.includes(j));
      // Where two rings meet, the third angle is what their own two leave.
      if (rings.length > 1) {
        const inner = rings.slice(0, 2).map(({ length }) => planarRing[length] ?? 125);
        return radians(360 - inner[0]! - inner[1]!, 4);
      }
      return radians((360 - (planarRing[own] ?? 120)) / 2, 4);
    }
    if (graph.atomicNumber[j]! > 10) return radians(types[j]!.angle, 6);
    return radians(graph.degree[j] === 2 ? (openAngle(topology, i, j, k) ?? 116) : 120, 4);
  }
  if (shared > 0) {
    const size = puckeredRing[shared];
    if (size === undefined) return radians(hybridisation === SP3 ? 113 : 109.5, 6);
    // Sulphur and phosphorus keep their own narrower angle where the ring lets them.
    return graph.atomicNumber[j]! > 10 && shared > 4
      ? radians(Math.min(size, types[j]!.angle + 4), 5)
      : radians(size, 3.5);
  }
  if (hybridisation === SP3) {
    const own = topology.smallestRing[j]!;
    const isOutside = own > 0 && own <= 5 && graph.degree[j] === 4;
    if (isOutside) return radians(outsideRing[own]!, 7);
    if (isHypervalentHalogen(topology, j)) return radians(TETRAHEDRAL, 4);
    return radians(openAngle(topology, i, j, k) ?? Math.max(types[j]!.angle, 96), 4);
  }
  // Five and six neighbours: any of 90, 120 and 180 degrees.
  return { angle: (2 * Math.PI) / 3, slack: Math.PI / 3 };
}

/** Size of the smallest ring that holds the three atoms in a row; 0 where there is none. */
export function smallestSharedRing({ graph, ringsOfBond }: Topology, i: number, j: number, k: number): number {
  let smallest = 0;
  const bondsOfJ = graph.neighbourBonds.subarray(graph.offsets[j], graph.offsets[j + 1]);
  const neighbours = graph.neighbours.subarray(graph.offsets[j], graph.offsets[j + 1]);
  const first = ringsOfBond[bondsOfJ[neighbours.indexOf(i)]!]!;
  const second = ringsOfBond[bondsOfJ[neighbours.indexOf(k)]!]!;
  for (const ring of first) {
    if (!second.includes(ring)) continue;
    const size = graph.rings[ring]!.length;
    if (smallest === 0 || size < smallest) smallest = size;
  }
  return smallest;
}
