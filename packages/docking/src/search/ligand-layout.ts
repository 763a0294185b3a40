import { dockingErrors } from "../errors.ts";
import { type DockingLigand, notScored } from "../model.ts";
import { functionBytes } from "./pair-functions.ts";
import { kindOffset } from "./receptor-site.ts";
import { type Body, torsionTree } from "./torsion-tree.ts";

/** A ligand as the search sees it: bodies in order, scored atoms sorted by body. */
export interface SearchLigand {
  readonly ligand: DockingLigand;
  readonly tree: readonly Body[];
  /** The ligand's index of each scored atom, in the kernel's order. */
  readonly scored: readonly number[];
  /** Origin of each body in the reference pose, 3 x bodies, Å. */
  readonly origins: Float64Array;
  /** Unit vector of each body's rotatable bond in the reference pose, 3 x bodies. */
  readonly axes: Float64Array;
}

/** Where the bound ligand lies in a thread's room. */
export interface LigandPlace {
  readonly header: number;
  readonly worldAtoms: number;
  readonly freedomBytes: number;
  /** First free byte after it. */
  readonly end: number;
}

/** Finds the bodies, their origins and axes. */
export function readLigand(ligand: DockingLigand): SearchLigand {
  const tree = torsionTree(ligand);
  const scored = tree.flatMap(({ atoms }) => atoms.filter((atom) => ligand.kinds[atom] !== notScored));
  const origins = new Float64Array(3 * tree.length);
  const axes = new Float64Array(3 * tree.length);
  const rootAtoms = tree[0]!.atoms.filter((atom) => ligand.kinds[atom] !== notScored);
  const at = (atom: number, axis: number) => ligand.positions[3 * atom + axis]!;
  for (let axis = 0; axis < 3; axis++) {
    const sum = rootAtoms.reduce((total, atom) => total + at(atom, axis), 0);
    origins[axis] = rootAtoms.length === 0 ? at(tree[0]!.atoms[0]!, axis) : sum / rootAtoms.length;
  }
  for (const [index, { from, to }] of tree.entries()) {
    if (index === 0) continue;
    const along = [0, 1, 2].map((axis) => at(to, axis) - at(from, axis));
    const length = Math.hypot(...along);
    for (let axis = 0; axis < 3; axis++) {
      origins[3 * index + axis] = at(to, axis);
      axes[3 * index + axis] = along[axis]! / length;
    }
  }
  return { ligand, tree, scored, origins, axes };
}

const branchBytes = 160;
/** Stiffness of one atom's surroundings, kcal/mol/Å²: the guess that the minimiser starts from. */
const stiffness = 10;

/**
 * Writes the ligand as `assembly/search/ligand.ts` reads it.
 * @param mapOf address of a kind's map
 * @param room first byte of the thread's room; `roomEnd` the one after its last
 * Errors: `docking.ligand_too_large`
 */
export function placeLigand(
  memory: ArrayBufferLike,
  room: number,
  search: SearchLigand,
  mapOf: (kind: number) => number,
  roomEnd: number,
): LigandPlace {
  const { ligand, tree, scored, origins, axes } = search;
  let end = room;
  const take = (bytes: number) => {
    const at = end;
    end = Math.ceil((end + bytes) / 16) * 16;
    if (end > roomEnd) throw dockingErrors.create("ligand_too_large", { name: ligand.name, atoms: ligand.atoms });
    return at;
  };
  const floats = (at: number, length: number) => new Float32Array(memory, at, length);
  const words = (at: number, length: number) => new Uint32Array(memory, at, length);
  const header = take(64);
  const torsions = tree.length - 1;
  const freedoms = 8 + 4 * Math.ceil(torsions / 4);
  const local = take(16 * scored.length);
  const world = take(16 * scored.length);
  const forces = take(16 * scored.length);
  const branches = take(branchBytes * tree.length);
  const kinds = take(4 * scored.length);
  const mobility = take(4 * freedoms);
  const sines = take(4 * freedoms);
  const cosines = take(4 * freedoms);
  const minimiser = take(4 * freedoms * (freedoms + 6));

  const bodyOf = new Int32Array(ligand.atoms);
  for (const [index, { atoms }] of tree.entries()) for (const atom of atoms) bodyOf[atom] = index;
  const place = new Map(scored.map((atom, index) => [atom, index]));
  const frame = floats(local, 4 * scored.length);
  const bits = words(local, 4 * scored.length);
  const offsets = words(kinds, scored.length);
  for (const [index, atom] of scored.entries()) {
    for (let axis = 0; axis < 3; axis++)
      frame[4 * index + axis] = ligand.positions[3 * atom + axis]! - origins[3 * bodyOf[atom]! + axis]!;
    bits[4 * index + 3] = mapOf(ligand.kinds[atom]!);
    offsets[index] = kindOffset(ligand.kinds[atom]!);
  }
  let first = 0;
  for (const [index, { parent, atoms }] of tree.entries()) {
    const record = floats(branches + index * branchBytes, branchBytes / 4);
    const meta = words(branches + index * branchBytes, branchBytes / 4);
    for (let axis = 0; axis < 3; axis++) {
      record[axis] = parent < 0 ? 0 : origins[3 * index + axis]! - origins[3 * parent + axis]!;
      record[4 + axis] = axes[3 * index + axis]!;
    }
    const count = atoms.filter((atom) => place.has(atom)).length;
    record.fill(0, 8);
    record[3] = 0;
    record[7] = 0;
    meta[8] = Math.max(parent, 0) * branchBytes;
    meta[9] = 16 * first;
    meta[10] = 16 * (first + count);
    first += count;
  }
  const gyration = writeMobility(floats(mobility, freedoms), search);
  const runs = pairRuns(search, bodyOf, place);
  const pairs = take(4 * runs.length);
  words(pairs, runs.length).set(runs);
  words(header, 14).set([
    scored.length,
    tree.length,
    local,
    world,
    forces,
    branches,
    pairs,
    pairs + 4 * runs.length,
    kinds,
    mobility,
    minimiser,
    0,
    sines,
    cosines,
  ]);
  floats(header, 14)[11] = gyration;
  return { header, worldAtoms: world, freedomBytes: 4 * freedoms, end };
}

/**
 * Pairs of scored atoms in different bodies, sorted by the first: its offset, how many partners, each with its
 * function.
 */
function pairRuns(search: SearchLigand, bodyOf: Int32Array, place: ReadonlyMap<number, number>): number[] {
  const { ligand, scored } = search;
  const partners = scored.map(() => [] as number[]);
  for (let pair = 0; pair < ligand.pairs.length; pair += 2) {
    const [one, other] = [ligand.pairs[pair]!, ligand.pairs[pair + 1]!];
    if (bodyOf[one] === bodyOf[other]) continue;
    const [a, b] = [place.get(one)!, place.get(other)!];
    partners[Math.min(a, b)]!.push(Math.max(a, b));
  }
  const runs: number[] = [];
  for (const [index, list] of partners.entries()) {
    if (list.length === 0) continue;
    const kind = ligand.kinds[scored[index]!]!;
    runs.push(16 * index, list.length);
    for (const other of list.sort((a, b) => a - b))
      runs.push(16 * other, kindOffset(kind) + ligand.kinds[scored[other]!]! * functionBytes);
  }
  return runs;
}

/** Inverse stiffness of position, rotation and torsions in the reference pose. Returns the radius of gyration, Å. */
function writeMobility(mobility: Float32Array, { ligand, tree, scored, origins, axes }: SearchLigand): number {
  mobility.fill(0);
  const carriers = tree.map(() => new Set<number>());
  for (const [index, { atoms }] of tree.entries())
    for (let body = index; body >= 0; body = tree[body]!.parent) for (const atom of atoms) carriers[body]!.add(atom);
  const square = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);
  const fromOrigin = (atom: number, body: number) =>
    [0, 1, 2].map((axis) => ligand.positions[3 * atom + axis]! - origins[3 * body + axis]!);
  const spread = scored.reduce((sum, atom) => sum + square(fromOrigin(atom, 0)), 0);
  mobility.fill(1 / (stiffness * scored.length), 0, 3);
  mobility.fill(1 / (stiffness * Math.max((2 / 3) * spread, 1)), 4, 7);
  for (let index = 1; index < tree.length; index++) {
    const axis = [0, 1, 2].map((part) => axes[3 * index + part]!);
    let swept = 0;
    for (const atom of scored) {
      if (!carriers[index]!.has(atom)) continue;
      const apart = fromOrigin(atom, index);
      const along = apart.reduce((sum, value, part) => sum + value * axis[part]!, 0);
      swept += square(apart) - along * along;
    }
    mobility[7 + index] = 1 / (stiffness * Math.max(swept, 1));
  }
  return Math.max(1, Math.sqrt(spread / scored.length));
}
