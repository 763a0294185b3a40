import { colourKinds } from "./colour-features.ts";
import { atomKindCount, atomPairs, colourPair, type PairTerm } from "./gaussian.ts";
import type { PlacedShape } from "./placed-shape.ts";
import type { RigidPose } from "./rigid.ts";

/** Functions of `assembly/shape/index.ts`; addresses are bytes in the kernel's memory. */
type KernelExports = {
  memory: WebAssembly.Memory;
  heapStart(): number;
  poseAt(): number;
  overlapsAt(): number;
  gradientAt(): number;
  setQuery(x: number, y: number, z: number): void;
  setMolecule(at: number, count: number, atoms: number, lever: number): void;
  setScale(atoms: number, colours: number, weight: number): void;
  measure(): number;
  descend(most: number): number;
  overlay(starts: number, count: number, early: number, kept: number, late: number): number;
};

/** How two molecules lie over each other. */
export type Overlap = {
  /** Tanimoto coefficients of volume and of colours, 0 to 1. */
  readonly shape: number;
  readonly colour: number;
};

/** Steps of the search: some from each start, then more from the best of them. */
export type SearchEffort = { readonly early: number; readonly kept: number; readonly late: number };

const usualEffort: SearchEffort = { early: 6, kept: 3, late: 40 };
const pageBytes = 65_536;
const kinds = atomKindCount + colourKinds.length;
/** Where nothing is: far from everything. */
const nowhere = 1e4;

/** The WebAssembly module that lays molecules over a query; holds one query at a time. Not shared between threads. */
export class ShapeKernel {
  readonly #run: KernelExports;
  readonly #kindsAt: number;
  #query: PlacedShape | null = null;
  #free = 0;

  constructor(instance: WebAssembly.Instance) {
    this.#run = instance.exports as unknown as KernelExports;
    this.#kindsAt = aligned(this.#run.heapStart());
  }

  /** Takes a query: for each kind of point, what its pairs with the query's points are. */
  setQuery(query: PlacedShape): void {
    const groups = groupsOf(query);
    const slots = groups.reduce((sum, { members }) => sum + chunked(members.length), 0);
    const x = aligned(this.#kindsAt + 16 * kinds);
    const [y, z] = [x + 4 * slots, x + 8 * slots];
    const termsAt = x + 12 * slots;
    this.#free = termsAt;
    const records = new Uint32Array(4 * kinds);
    const writes: { at: number; numbers: Float32Array }[] = [];
    const places = [new Float32Array(slots).fill(nowhere), new Float32Array(slots), new Float32Array(slots)];
    let slot = 0;
    for (const { members, movedKinds, termOf } of groups) {
      const length = chunked(members.length);
      members.forEach((point, i) => {
        for (let k = 0; k < 3; k++) places[k]![slot + i] = query.points[3 * point + k]!;
      });
      for (const kind of movedKinds) {
        const rates = new Float32Array(length).fill(-1);
        const factors = new Float32Array(length);
        members.forEach((point, i) => {
          const { factor, rate } = termOf(kind, query.kinds[point]!);
          rates[i] = rate * Math.LOG2E;
          factors[i] = factor;
        });
        records.set([this.#free, this.#free + 4 * length, 4 * slot, 4 * (slot + length)], 4 * kind);
        writes.push({ at: this.#free, numbers: rates }, { at: this.#free + 4 * length, numbers: factors });
        this.#free += 8 * length;
      }
      slot += length;
    }
    this.#require(this.#free);
    const { buffer } = this.#run.memory;
    new Uint32Array(buffer, this.#kindsAt, records.length).set(records);
    [x, y, z].forEach((at, k) => {
      new Float32Array(buffer, at, slots).set(places[k]!);
    });
    for (const { at, numbers } of writes) new Float32Array(buffer, at, numbers.length).set(numbers);
    this.#run.setQuery(x, y, z);
    this.#query = query;
  }

  /** Takes the molecule that is moved, and what is sought. @param colourWeight share of colour in the objective, 0 to 1 */
  setMolecule(molecule: PlacedShape, colourWeight: number): void {
    const query = this.#queryOrThrow();
    const count = molecule.kinds.length;
    this.#require(this.#free + 16 * count);
    const floats = new Float32Array(this.#run.memory.buffer, this.#free, 4 * count);
    const words = new Uint32Array(this.#run.memory.buffer, this.#free, 4 * count);
    for (let point = 0; point < count; point++) {
      for (let k = 0; k < 3; k++) floats[4 * point + k] = molecule.points[3 * point + k]!;
      words[4 * point + 3] = this.#kindsAt + 16 * molecule.kinds[point]!;
    }
    // A turn by one over this moves atoms by about one angstrom.
    const lever = Math.max(1, Math.hypot(...molecule.spread));
    this.#run.setMolecule(this.#free, count, molecule.atomCount, lever);
    this.#run.setScale(query.atomSelf + molecule.atomSelf, query.colourSelf + molecule.colourSelf, colourWeight);
  }

  /** Value and gradient (translation; rotation times the lever) of the objective at a pose. */
  measure(pose: RigidPose): { value: number; gradient: Float64Array; atoms: number; colours: number } {
    this.#doubles(this.#run.poseAt(), 7).set(pose);
    const value = this.#run.measure();
    const [atoms, colours] = this.#doubles(this.#run.overlapsAt(), 2) as unknown as [number, number];
    return { value, gradient: this.#doubles(this.#run.gradientAt(), 6).slice(), atoms, colours };
  }

  /**
   * The best pose of a molecule on the query, both in their own frames.
   * @param starts unit quaternions
   */
  overlay(
    molecule: PlacedShape,
    starts: readonly (readonly number[])[],
    colourWeight: number,
    { early, kept, late } = usualEffort,
  ): Overlap & { pose: RigidPose } {
    const query = this.#queryOrThrow();
    this.setMolecule(molecule, colourWeight);
    const startsAt = aligned(this.#free + 16 * molecule.kinds.length);
    this.#require(startsAt + 32 * starts.length + 64 * starts.length + 128);
    starts.forEach((start, i) => {
      this.#doubles(startsAt + 32 * i, 4).set(start);
    });
    this.#run.overlay(startsAt, starts.length, early, kept, late);
    const [atoms, colours] = this.#doubles(this.#run.overlapsAt(), 2) as unknown as [number, number];
    const coefficient = (overlap: number, self: number) => (overlap > 0 ? Math.min(1, overlap / (self - overlap)) : 0);
    return {
      shape: coefficient(atoms, query.atomSelf + molecule.atomSelf),
      colour: coefficient(colours, query.colourSelf + molecule.colourSelf),
      pose: this.#doubles(this.#run.poseAt(), 7).slice(),
    };
  }

  #queryOrThrow(): PlacedShape {
    if (this.#query === null) throw new Error("the shape kernel has no query");
    return this.#query;
  }

  #doubles(at: number, length: number): Float64Array {
    return new Float64Array(this.#run.memory.buffer, at, length);
  }

  #require(bytes: number): void {
    const lacking = bytes - this.#run.memory.buffer.byteLength;
    if (lacking > 0) this.#run.memory.grow(Math.ceil(lacking / pageBytes));
  }
}

/** The query's atoms, then its colours by kind, with the kinds of moved points that look at them. */
function groupsOf({ kinds: of, atomCount }: PlacedShape) {
  const atoms = Array.from({ length: atomCount }, (_, point) => point);
  const groups: {
    members: number[];
    movedKinds: number[];
    termOf: (moved: number, kind: number) => PairTerm;
  }[] = [
    {
      members: atoms,
      movedKinds: Array.from({ length: atomKindCount }, (_, kind) => kind),
      termOf: (moved, kind) => atomPairs[atomKindCount * moved + kind]!,
    },
  ];
  for (let kind = atomKindCount; kind < kinds; kind++) {
    const members = [...of.keys()].filter((point) => point >= atomCount && of[point] === kind);
    groups.push({ members, movedKinds: [kind], termOf: () => colourPair });
  }
  return groups;
}

const chunked = (count: number): number => 4 * Math.ceil(count / 4);
const aligned = (at: number): number => (at + 15) & ~15;

/** Starts a kernel from its compiled WebAssembly. */
export async function openShapeKernel(wasm: WebAssembly.Module): Promise<ShapeKernel> {
  return new ShapeKernel(await WebAssembly.instantiate(wasm, { env: { abort } }));
}

function abort(): never {
  throw new Error("the shape kernel stopped");
}
