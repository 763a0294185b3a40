import { type BondEnd, bondEnd, type EndKind, leadingAtom, orthoOf } from "./bond-ends.ts";
import { fromLowest } from "./cosine-series.ts";
import type { KnownTorsion } from "./force-field.ts";
import { SP2 } from "./hybridisation.ts";
import { isAmideBond, type Topology } from "./topology.ts";

/**
 * What crystal structures of small molecules prefer, as amplitudes of cos(x), cos(2x), ... in kcal/mol, for one torsion of
 * a bond. A negative second amplitude makes a bond planar, a positive one perpendicular; a positive third one staggers.
 */
type Preference = { readonly from?: number; readonly to?: number; readonly amplitudes: readonly number[] };

type Rule = (topology: Topology, a: BondEnd, b: BondEnd) => Preference | null;

const fixed =
  (...amplitudes: number[]): Rule =>
  () => ({ amplitudes });

/** Rules by the kinds of the two ends, which a rule gets in the order of its name. */
const rules: Readonly<Partial<Record<`${EndKind} ${EndKind}`, Rule>>> = {
  // Amides: planar, secondary ones trans; the torsion is O=C-N-R.
  "acyl amideN": (topology, _, n) =>
    n.heavy === 1 && !isInSmallRing(topology, n.atom) ? { amplitudes: [-3, -8] } : { amplitudes: [0, -8] },
  "amidine planarN": fixed(0, -6),
  "amidine amideN": fixed(0, -4),
  // Esters and acids: Z.
  "acyl oxygen": fixed(-4, -5),
  "acyl sulfur": fixed(-3, -4),
  "acyl acyl": fixed(1.5, -2),
  "acyl vinyl": fixed(0, -3),
  "acyl amidine": fixed(0, -2),
  "vinyl vinyl": fixed(0.8, -3),
  "vinyl amidine": fixed(0.4, -2.5),
  "vinyl oxygen": fixed(-0.5, -2),
  "vinyl planarN": fixed(0, -3),
  "vinyl amideN": fixed(0, -2),
  "aryl aryl": biaryl,
  "aryl acyl": (topology, aryl, acyl) => {
    const { crowded } = orthoOf(topology, aryl);
    if (crowded >= 2) return { amplitudes: [0, 1] };
    const isAmide = acyl.others.some((atom) => topology.graph.atomicNumber[atom] === 7);
    return { amplitudes: [0, crowded === 1 ? -0.6 : isAmide ? -1.6 : -3] };
  },
  "aryl amidine": (topology, aryl) => ({ amplitudes: [0, orthoOf(topology, aryl).crowded > 0 ? -0.3 : -1.5] }),
  "aryl vinyl": (topology, aryl) => ({ amplitudes: [0, orthoOf(topology, aryl).crowded > 0 ? -0.8 : -2] }),
  "aryl oxygen": arylOxygen,
  "aryl sulfur": (topology, aryl, sulfur) => ({
    amplitudes: [0, isAromatic(topology, sulfur.others[0]!) ? -0.4 : orthoOf(topology, aryl).crowded >= 2 ? 0.8 : -0.8],
  }),
  "aryl amideN": (topology, aryl, n) => {
    const { crowded } = orthoOf(topology, aryl);
    if (n.heavy > 1) return { amplitudes: [0, 0.1] };
    return { amplitudes: [0, crowded >= 2 ? 1 : crowded === 1 ? -1 : -1.8] };
  },
  "aryl planarN": (topology, aryl, n) => {
    const { crowded } = orthoOf(topology, aryl);
    if (crowded >= 2) return { amplitudes: [0, 1] };
    const isDiaryl = n.others.some((atom) => isAromatic(topology, atom));
    return { amplitudes: [0, isDiaryl ? -1 : crowded === 1 && n.heavy > 1 ? -0.4 : -3] };
  },
  "aryl sulfonamideN": fixed(0, 0.8),
  "aryl nitro": (topology, aryl) => ({ amplitudes: [0, orthoOf(topology, aryl).crowded > 0 ? -1 : -2.5] }),
  "aryl iminyl": fixed(0, -0.4),
  "aryl sulfonyl": fixed(0, 1.5),
  "aryl sulfinyl": fixed(0, 0.5),
  "aryl alkyl": (_, __, alkyl) => {
    if (alkyl.heavy === 1) return { amplitudes: [0, 0.9] };
    // A branched carbon turns its hydrogen into the plane of the ring.
    return alkyl.heavy === 2 ? { to: alkyl.others[2]!, amplitudes: [0, -0.4] } : null;
  },
  "alkyl alkyl": (topology, a, b) => {
    if (a.heavy === 0 || b.heavy === 0) return null;
    const { atomicNumber } = topology.graph;
    const isPolar = [a, b].every(({ others }) => [7, 8, 9].includes(atomicNumber[others[0]!]!));
    return { amplitudes: [isPolar ? -0.2 : 0.4, 0, 1.5] };
  },
  "alkyl acyl": (_, alkyl) => (alkyl.heavy === 0 ? null : { amplitudes: [-0.2, 0, -0.5] }),
  "alkyl vinyl": (_, alkyl) => (alkyl.heavy === 0 ? null : { amplitudes: [0.2, 0, -0.6] }),
  "alkyl oxygen": (topology, alkyl, oxygen) => {
    if (alkyl.heavy === 0 || oxygen.heavy === 0) return null;
    const isPlanar = topology.electrons.hybridisation[oxygen.others[0]!] === SP2;
    if (!isPlanar) return { amplitudes: [0.5, 0, 1.2] };
    if (alkyl.heavy === 2) return { from: alkyl.others[2]!, amplitudes: [-0.8] };
    return { amplitudes: [0.7, 0.1, 0.6] };
  },
  "alkyl sulfur": (_, alkyl, sulfur) => (alkyl.heavy === 0 || sulfur.heavy === 0 ? null : { amplitudes: [0, 0, 0.8] }),
  "alkyl amideN": (_, alkyl, n) => {
    if (alkyl.heavy === 0) return null;
    if (n.heavy > 1) return { amplitudes: [0, 0.4] };
    // A branched carbon turns its hydrogen towards the carbonyl.
    return alkyl.heavy === 2 ? { from: alkyl.others[2]!, amplitudes: [-0.8] } : { amplitudes: [0.6, 0.4, 0.2] };
  },
  "alkyl planarN": (_, alkyl, n) => {
    if (alkyl.heavy === 0) return null;
    if (n.heavy > 1) return { amplitudes: [0, 0.4] };
    return alkyl.heavy === 2 ? { from: alkyl.others[2]!, amplitudes: [-0.6] } : { amplitudes: [0.5, 0.4] };
  },
  "alkyl sulfonamideN": (_, alkyl) => (alkyl.heavy === 0 ? null : { amplitudes: [0.5, 0, 0.5] }),
  "alkyl amine": (_, alkyl, n) => (alkyl.heavy === 0 || n.heavy === 0 ? null : { amplitudes: [0.3, 0, 1.2] }),
  "alkyl sulfonyl": (_, alkyl) => (alkyl.heavy === 0 ? null : { amplitudes: [0.3, 0, 1] }),
  // The nitrogen's lone pair bisects the two oxygens.
  "sulfonyl sulfonamideN": fixed(-0.8, 2),
  "sulfonyl amideN": fixed(-0.8, 2),
  "amideN amideN": fixed(0, 1.5),
  "amideN planarN": fixed(0, 1.5),
  "planarN planarN": fixed(0, 1.5),
  "amideN iminyl": fixed(2, -3),
  "planarN iminyl": fixed(2, -3),
  "iminyl oxygen": fixed(2, -2.5),
  "iminyl iminyl": fixed(1, -1.5),
  "sulfur sulfur": fixed(0, 3.5),
};

/** Two joined aromatic rings: flat where lone pairs face each other, tilted between hydrogens, upright when crowded. */
function biaryl(topology: Topology, a: BondEnd, b: BondEnd): Preference {
  const [left, right] = [orthoOf(topology, a), orthoOf(topology, b)];
  const crowded = left.crowded + right.crowded;
  if (crowded >= 2) return { amplitudes: [0, 2] };
  if (crowded === 1) return { amplitudes: [0, left.bare + right.bare > 0 ? -0.3 : 0.8, 0, 0.5] };
  const isSmall = topology.smallestRing[a.atom] === 5 || topology.smallestRing[b.atom] === 5;
  if (left.bare + right.bare > 0 || isSmall) return { amplitudes: [0, -1.5] };
  return { amplitudes: [0, -0.2, 0, 1] };
}

/** Aryl ethers: the carbon on the oxygen lies in the plane of the ring, on its less crowded side. */
function arylOxygen(topology: Topology, aryl: BondEnd, oxygen: BondEnd): Preference {
  const { crowded, free, bare } = orthoOf(topology, aryl);
  if (crowded >= 2) return { amplitudes: [0, 1.6] };
  const other = oxygen.others[0]!;
  if (isAromatic(topology, other)) return { amplitudes: [0, -0.2] };
  if (topology.electrons.hybridisation[other] === SP2) return { amplitudes: [0, 0.7] };
  return { from: free, amplitudes: [crowded === 1 || bare === 1 ? -1.5 : 0, -2.5] };
}

const isAromatic = (topology: Topology, atom: number): boolean => topology.graph.aromatic[atom] === 1;
const isInSmallRing = (topology: Topology, atom: number): boolean =>
  topology.smallestRing[atom]! > 0 && topology.smallestRing[atom]! < 9;

/** Where no rule holds, conjugation keeps two sp2 atoms in a plane. */
const conjugated: Preference = { amplitudes: [0, -2] };

/** The torsion about a bond that is known from crystal structures; null in rings, for multiple bonds and where nothing is known. */
export function knownTorsions(topology: Topology, bond: number): readonly KnownTorsion[] | null {
  const { graph, electrons, smallestBondRing } = topology;
  if (graph.bondOrder[bond] !== 1) return null;
  if (smallestBondRing[bond]! > 0 && !(smallestBondRing[bond]! >= 10 && isAmideBond(topology, bond))) return null;
  const [j, k] = [graph.bondAtoms[2 * bond]!, graph.bondAtoms[2 * bond + 1]!];
  let [a, b] = [bondEnd(topology, j, k), bondEnd(topology, k, j)];
  if (a.others.length === 0 || b.others.length === 0) return null;
  let rule = rules[`${a.kind} ${b.kind}`];
  if (rule === undefined) {
    [a, b] = [b, a];
    rule = rules[`${a.kind} ${b.kind}`];
  }
  const isConjugated = electrons.hybridisation[j] === SP2 && electrons.hybridisation[k] === SP2;
  const preference = rule === undefined ? (isConjugated ? conjugated : null) : rule(topology, a, b);
  if (preference === null) return null;
  const from = preference.from ?? leadingAtom(topology, a);
  const to = preference.to ?? leadingAtom(topology, b);
  if (from === to) return null;
  return [{ atoms: [from, a.atom, b.atom, to], polynomial: fromLowest(preference.amplitudes) }];
}
