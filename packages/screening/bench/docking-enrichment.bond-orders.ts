import type { DockingLigand } from "@qinghao/docking";
import { writeMolblock } from "@qinghao/docking/formats";
import { createRng } from "@qinghao/kernel";

// DUD-E's DEF ligands come as PDBQT without bond orders, and similarity needs a graph. Orders are read from the places: what is
// flat or straight wants double or triple bonds, which a matching hands out, the shortest bonds first. Charges are what is
// left over. Polar hydrogens are in the file; those on carbon follow from the valence.

interface Atoms {
  readonly count: number;
  readonly elements: Uint8Array;
  readonly positions: Float64Array;
  readonly neighbours: readonly (readonly number[])[];
}

/** A molblock with bond orders and charges. `isAromatic`: atoms of the type A (aromatic carbon). */
export function molblockOf(ligand: DockingLigand, isAromatic: readonly boolean[]): string {
  const { atoms: count, elements, positions, bonds } = ligand;
  const neighbours: number[][] = Array.from({ length: count }, () => []);
  for (let b = 0; b < bonds.length; b += 3) {
    neighbours[bonds[b]!]!.push(bonds[b + 1]!);
    neighbours[bonds[b + 1]!]!.push(bonds[b]!);
  }
  const atoms: Atoms = { count, elements, positions, neighbours };
  const order = new Map<string, number>();
  const orderOf = (i: number, j: number) => order.get(key(i, j)) ?? 1;
  const raise = (i: number, j: number) => order.set(key(i, j), orderOf(i, j) + 1);
  const charges = new Int8Array(count);
  const wants = Array.from({ length: count }, (_, atom) => piWanted(atoms, atom, isAromatic[atom]!));
  settleOxides(atoms, wants, charges, raise);
  for (const atom of pyridiniums(atoms, wants)) wants[atom] = 1;
  for (let round = 0; round < 2; round++) {
    for (const [i, j] of matching(atoms, wants)) {
      raise(i, j);
      wants[i]!--;
      wants[j]!--;
    }
  }
  chargeOnium(atoms, wants, charges, raise);
  for (let atom = 0; atom < count; atom++) {
    const used = neighbours[atom]!.reduce((sum, other) => sum + orderOf(atom, other), 0);
    if (elements[atom] === 7 && charges[atom] === 0) charges[atom] = used - 3;
    if (elements[atom] === 8 && charges[atom] === 0) charges[atom] = used - 2;
    if (elements[atom] === 16 && used === 1) charges[atom] = -1;
  }
  const ordered: number[] = [];
  for (let b = 0; b < bonds.length; b += 3) ordered.push(bonds[b]!, bonds[b + 1]!, orderOf(bonds[b]!, bonds[b + 1]!));
  const none = new Uint8Array(count);
  const molecule = { name: ligand.name, elements, charges, isotopes: none, radicals: none, bonds: ordered };
  return writeMolblock(molecule, positions);
}

const key = (i: number, j: number): string => (i < j ? `${i} ${j}` : `${j} ${i}`);

/** Double bonds that an atom asks for; a triple bond counts as two. */
function piWanted(atoms: Atoms, atom: number, isAromatic: boolean): number {
  const near = atoms.neighbours[atom]!;
  const lengths = near.map((other) => lengthOf(atoms, atom, other));
  const element = atoms.elements[atom]!;
  if (element === 6) {
    if (isAromatic) return 1;
    if (near.length === 2 && angleOf(atoms, near[0]!, atom, near[1]!) > 160) return 2;
    if (near.length === 3) return isFlat(atoms, atom) ? 1 : 0;
    if (near.length > 3) return 0;
    const [most] = near.map((other, k) => shortness(atoms, atom, other, lengths[k]!)).sort((a, b) => b - a);
    if (near.length === 1 && most! > 0.24) return 2;
    return most! > 0.1 ? 1 : 0;
  }
  if (element === 7) {
    if (near.length === 1) return lengths[0]! < 1.22 ? 2 : 1;
    if (near.length === 2) {
      if (angleOf(atoms, near[0]!, atom, near[1]!) > 160) return 2;
      return near.some((other) => atoms.elements[other] === 1) && lengths.some((length) => length > 1.4) ? 0 : 1;
    }
    return 0;
  }
  if (element === 8 && near.length === 1) return 1;
  return element === 16 && near.length === 1 && lengths[0]! < 1.75 ? 1 : 0;
}

/** How much shorter a bond is than a single one of its kind, Å. */
function shortness(atoms: Atoms, i: number, j: number, length: number): number {
  const radius = (atom: number) => ({ 6: 0.765, 7: 0.705, 8: 0.665, 16: 1.05 })[atoms.elements[atom]!] ?? 0;
  return radius(j) === 0 ? 0 : radius(i) + radius(j) - length;
}

/** Oxygens on sulfur, phosphorus and nitrogen, whose numbers of double bonds are a convention. */
function settleOxides(atoms: Atoms, wants: number[], charges: Int8Array, raise: (i: number, j: number) => void): void {
  for (let atom = 0; atom < atoms.count; atom++) {
    const near = atoms.neighbours[atom]!;
    const element = atoms.elements[atom]!;
    if (near.length < 2 || ![7, 15, 16].includes(element)) continue;
    const ends = near.filter((other) => wants[other] === 1 && [8, 16].includes(atoms.elements[other]!));
    const isNitro = element === 7 && ends.length === 2;
    const isOxide = element === 7 && ends.length === 1 && near.length === 3;
    if (element === 7 && !isNitro && !isOxide) continue;
    const doubles = isNitro ? 1 : isOxide ? 0 : element === 15 ? 1 : near.length === 4 ? 2 : 1;
    ends.forEach((end, k) => {
      wants[end] = 0;
      if (k < doubles) raise(atom, end);
    });
    if (element === 7) {
      charges[atom] = 1;
      wants[atom] = isOxide && isFlat(atoms, atom) ? 1 : 0;
    } else wants[atom] = 0;
  }
}

/** An amidinium, guanidinium or pyridinium: a carbon left over beside a nitrogen with three bonds, which becomes N+. */
function chargeOnium(atoms: Atoms, wants: number[], charges: Int8Array, raise: (i: number, j: number) => void): void {
  for (let atom = 0; atom < atoms.count; atom++) {
    if (atoms.elements[atom] !== 6 || wants[atom] !== 1) continue;
    const [nearest] = atoms.neighbours[atom]!.filter(
      (other) => atoms.elements[other] === 7 && atoms.neighbours[other]!.length === 3 && charges[other] === 0,
    ).sort((a, b) => lengthOf(atoms, atom, a) - lengthOf(atoms, atom, b));
    if (nearest === undefined) continue;
    raise(atom, nearest);
    charges[nearest] = 1;
    wants[atom] = 0;
  }
}

/** Nitrogens with three bonds between flat carbons, where some carbon would be left over without their double bond. */
function pyridiniums(atoms: Atoms, wants: readonly number[]): number[] {
  const leftOver = (wanted: readonly number[]) => {
    const found = new Set(matching(atoms, wanted).flat());
    return wanted.filter((want, atom) => want > 0 && atoms.elements[atom] === 6 && !found.has(atom)).length;
  };
  const before = leftOver(wants);
  if (before === 0) return [];
  const chosen: number[] = [];
  for (let atom = 0; atom < atoms.count; atom++) {
    const near = atoms.neighbours[atom]!;
    if (atoms.elements[atom] !== 7 || near.length !== 3) continue;
    if (near.filter((other) => atoms.elements[other] === 6 && wants[other]! > 0).length < 2) continue;
    const withAtom = wants.with(atom, 1);
    for (const other of chosen) withAtom[other] = 1;
    if (leftOver(withAtom) < before - chosen.length) chosen.push(atom);
  }
  return chosen;
}

/** Pairs of bonded atoms that both want a bond, each atom in one pair at most: the best that some orders of trying find. */
function matching(atoms: Atoms, wants: readonly number[]): [number, number][] {
  const open = Array.from({ length: atoms.count }, (_, atom) =>
    wants[atom]! > 0 ? byShortness(atoms, atom).filter((other) => wants[other]! > 0) : [],
  );
  const isCarbon = (atom: number) => atoms.elements[atom] === 6;
  // Carbons first, since nitrogen and oxygen can bear a charge instead, and those with the fewest choices.
  const order = [...open.keys()]
    .filter((atom) => open[atom]!.length > 0)
    .sort((a, b) => open[a]!.length - open[b]!.length || a - b);
  const inOrder = (tried: readonly number[]) =>
    matchInOrder(open, [...tried.filter(isCarbon), ...tried.filter((atom) => !isCarbon(atom))], isCarbon);
  const value = (pairs: readonly (readonly number[])[]) => 100 * pairs.flat().filter(isCarbon).length + pairs.length;
  const most = 100 * order.filter(isCarbon).length;
  const rng = createRng(1);
  let best = inOrder(order);
  for (let attempt = 0; attempt < 20 && value(best) < most; attempt++) {
    const found = inOrder(rng.shuffle([...order]));
    if (value(found) > value(best)) best = found;
  }
  return best;
}

const byShortness = (atoms: Atoms, atom: number): number[] => {
  const gain = (other: number) => shortness(atoms, atom, other, lengthOf(atoms, atom, other));
  return [...atoms.neighbours[atom]!].sort((a, b) => gain(b) - gain(a));
};

/** Augmenting paths from one atom after the other (Berge), odd rings not contracted; a carbon may push out a heteroatom. */
function matchInOrder(
  open: readonly (readonly number[])[],
  order: readonly number[],
  isCarbon: (atom: number) => boolean,
): [number, number][] {
  const partner = new Int32Array(open.length).fill(-1);
  const augment = (atom: number, mayPush: boolean, seen: Set<number>): boolean => {
    for (const other of open[atom]!) {
      if (seen.has(other)) continue;
      seen.add(other);
      const former = partner[other]!;
      if (former >= 0) {
        if (seen.has(former)) continue;
        const isMoved = augment(former, mayPush, seen.add(former));
        if (!isMoved && (!mayPush || isCarbon(former))) continue;
        if (!isMoved) partner[former] = -1;
      }
      partner[other] = atom;
      partner[atom] = other;
      return true;
    }
    return false;
  };
  for (const mayPush of [false, true]) {
    for (const atom of order) {
      if (partner[atom] === -1 && (!mayPush || isCarbon(atom))) augment(atom, mayPush, new Set([atom]));
    }
  }
  return [...partner.entries()].filter(([atom, other]) => other > atom);
}

function lengthOf({ positions }: Atoms, i: number, j: number): number {
  const along = (axis: number) => positions[3 * i + axis]! - positions[3 * j + axis]!;
  return Math.hypot(along(0), along(1), along(2));
}

/** Degrees. */
function angleOf(atoms: Atoms, i: number, centre: number, j: number): number {
  const a = lengthOf(atoms, i, centre);
  const b = lengthOf(atoms, j, centre);
  const cosine = (a * a + b * b - lengthOf(atoms, i, j) ** 2) / (2 * a * b);
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
}

function isFlat(atoms: Atoms, atom: number): boolean {
  const [i, j, k] = atoms.neighbours[atom]! as [number, number, number];
  return angleOf(atoms, i, atom, j) + angleOf(atoms, j, atom, k) + angleOf(atoms, i, atom, k) > 352;
}
