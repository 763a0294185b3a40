import { countTerms, type ForceFieldTerms, type TermList } from "./terms.ts";

/** A molecule as the kernel takes it. */
export type KernelInput = {
  readonly atoms: number;
  /** atoms x atoms: upper bounds above the diagonal, lower ones below, Å. */
  readonly bounds: Float64Array;
  /** Four atoms each; lowest and highest of six times the signed volume, Å³. */
  readonly volumes: TermList;
  readonly terms: ForceFieldTerms;
};

/** What the kernel minimises: the numbers of `assembly/conformers/objective.ts`. */
export const stages = { embedded: 0, flattened: 1, relaxed: 2, cleaned: 3, complete: 4 } as const;
export type Stage = keyof typeof stages;

/** How an attempt ended: the numbers of `assembly/conformers/index.ts`. */
export const outcomes = ["done", "bounds-not-met", "wrong-side"] as const;
export type Outcome = (typeof outcomes)[number];

type Exports = {
  memory: WebAssembly.Memory;
  heapStart(): number;
  roomPerAtom(): number;
  attach(header: number): void;
  smooth(): number;
  generate(seed: number): number;
  lastEnergy(): number;
  measure(stage: number): number;
  minimise(stage: number, steps: number, flat: number, gain: number): number;
};

const HEADER_WORDS = 28;
const PAGE = 65536;

/** The WebAssembly module that embeds and minimises; holds one molecule at a time. Not shared between threads. */
export class ConformerKernel {
  readonly #exports: Exports;
  #atoms = 0;
  #position = 0;
  #gradient = 0;
  #bounds = 0;

  constructor(instance: WebAssembly.Instance) {
    this.#exports = instance.exports as unknown as Exports;
  }

  /** Puts a molecule into the kernel's memory. */
  load({ atoms, bounds, volumes, terms }: KernelInput): void {
    this.#atoms = atoms;
    const header = new Uint32Array(HEADER_WORDS);
    let next = (this.#exports.heapStart() + 15) & ~15;
    const place = (bytes: number) => {
      const start = next;
      next = (next + bytes + 15) & ~15;
      return start;
    };
    const copies: { at: number; numbers: Float64Array | Int32Array }[] = [];
    const copy = (numbers: Float64Array | Int32Array) => {
      const at = place(numbers.byteLength);
      copies.push({ at, numbers });
      return at;
    };
    const headerAt = place(4 * HEADER_WORDS);
    this.#position = place(32 * atoms);
    this.#gradient = place(32 * atoms);
    const work = place(8 * this.#exports.roomPerAtom() * atoms);
    this.#bounds = copy(bounds);
    const metric = place(8 * atoms * atoms);
    const squares = place(8 * atoms * (atoms - 1));
    header.set([atoms, this.#position, this.#gradient, work, this.#bounds, metric, squares]);
    let word = 7;
    for (const list of [volumes, terms.bonds, terms.angles, terms.torsions, terms.inversions, terms.contacts]) {
      header.set([countTerms(list), copy(Int32Array.from(list.atoms)), copy(Float64Array.from(list.numbers))], word);
      word += 3;
    }
    const { memory } = this.#exports;
    const lacking = next - memory.buffer.byteLength;
    if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE));
    for (const { at, numbers } of copies) {
      if (numbers instanceof Int32Array) new Int32Array(memory.buffer, at, numbers.length).set(numbers);
      else new Float64Array(memory.buffer, at, numbers.length).set(numbers);
    }
    new Uint32Array(memory.buffer, headerAt, HEADER_WORDS).set(header);
    this.#exports.attach(headerAt);
  }

  /** Tightens the bounds by the triangle inequality; false where they contradict one another. */
  smooth(): boolean {
    return this.#exports.smooth() === 0;
  }

  /** The bounds as they are now. */
  bounds(): Float64Array {
    return new Float64Array(this.#exports.memory.buffer, this.#bounds, this.#atoms * this.#atoms).slice();
  }

  /** One attempt at a conformer; the same seed gives the same coordinates, bit for bit. */
  generate(seed: number): Outcome {
    return outcomes[this.#exports.generate(seed >>> 0)]!;
  }

  /** What the last stage of `generate` reached, kcal/mol. */
  energy(): number {
    return this.#exports.lastEnergy();
  }

  /** 3 x atoms, Å. */
  positions(): Float64Array {
    const four = new Float64Array(this.#exports.memory.buffer, this.#position, 4 * this.#atoms);
    return Float64Array.from({ length: 3 * this.#atoms }, (_, i) => four[4 * Math.trunc(i / 3) + (i % 3)]!);
  }

  /** Sets all positions. @param four 4 x atoms: x, y, z and the fourth dimension, Å */
  place(four: Float64Array): void {
    new Float64Array(this.#exports.memory.buffer, this.#position, 4 * this.#atoms).set(four);
  }

  /** Value and gradient (4 x atoms) of a stage's objective at the current positions. */
  measure(stage: Stage): { value: number; gradient: Float64Array } {
    const value = this.#exports.measure(stages[stage]);
    return {
      value,
      gradient: new Float64Array(this.#exports.memory.buffer, this.#gradient, 4 * this.#atoms).slice(),
    };
  }

  /** Moves the positions downhill in a stage's objective and returns its value. */
  minimise(stage: Stage, steps: number): number {
    return this.#exports.minimise(stages[stage], steps, 1e-4, 1e-9);
  }
}

/** Starts a kernel from its compiled WebAssembly. */
export async function openConformerKernel(wasm: WebAssembly.Module): Promise<ConformerKernel> {
  return new ConformerKernel(await WebAssembly.instantiate(wasm, { env: { abort } }));
}

function abort(): never {
  throw new Error("the conformer kernel stopped");
}
