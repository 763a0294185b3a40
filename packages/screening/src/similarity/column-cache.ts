import { screeningErrors } from "../errors.ts";
import type { SegmentInfo } from "./column-segment.ts";
import type { SearchKernel } from "./search-kernel.ts";

/** Fingerprints by column, wherever they lie. */
export type ColumnSource = {
  readonly bits: number;
  readonly segments: readonly SegmentInfo[];
  /** Copies `count` neighbouring columns of a segment, from `first` on; `into` has `count * stride` bytes. */
  readColumns(segment: number, first: number, count: number, into: Uint8Array): void;
};

/**
 * Columns in the kernel's memory, at most `budgetBytes` of them; the rest stays where it is until it is asked for. What
 * was not used for longest (by a clock hand) makes room. One column is `stride` bytes: 33 kB of a segment of 262,144 rows.
 */
export class ColumnCache {
  readonly #kernel: SearchKernel;
  readonly #source: ColumnSource;
  readonly #slotBytes: number;
  readonly #slotLimit: number;
  /** Per segment and column its address; 0 where it is not here. */
  readonly #addresses: Uint32Array[];
  readonly #slots: { at: number; segment: number; column: number; usedAt: number }[] = [];
  readonly #slotOf: Int32Array[];
  #tick = 0;
  #hand = 0;
  /** Columns read from the source so far. */
  reads = 0;

  /** @throws `screening.memory.budget` where one segment's columns do not fit */
  constructor(kernel: SearchKernel, source: ColumnSource, budgetBytes: number) {
    this.#kernel = kernel;
    this.#source = source;
    this.#slotBytes = source.segments.reduce((most, { stride }) => Math.max(most, stride), 64);
    const all = source.bits * source.segments.length;
    this.#slotLimit = Math.min(all, Math.floor(budgetBytes / this.#slotBytes));
    if (this.#slotLimit < Math.min(all, source.bits)) {
      throw screeningErrors.create("memory.budget", { budget: budgetBytes, least: source.bits * this.#slotBytes });
    }
    this.#addresses = source.segments.map(() => new Uint32Array(source.bits));
    this.#slotOf = source.segments.map(() => new Int32Array(source.bits).fill(-1));
  }

  /** Whether every column fits at once. */
  get holdsAll(): boolean {
    return this.#slotLimit === this.#source.bits * this.#source.segments.length;
  }

  /** Begins a use: columns asked for from here on stay until the next `begin`. */
  begin(): void {
    this.#tick++;
  }

  /** Addresses of the columns of `bits` in a segment; reads what is missing. */
  place(segment: number, bits: ArrayLike<number>): Uint32Array {
    const addresses = this.#addresses[segment]!;
    const slotOf = this.#slotOf[segment]!;
    const found = new Uint32Array(bits.length);
    for (let i = 0; i < bits.length; i++) {
      const column = bits[i]!;
      if (addresses[column] === 0) this.#load(segment, column);
      found[i] = addresses[column]!;
      this.#slots[slotOf[column]!]!.usedAt = this.#tick;
    }
    return found;
  }

  /** Reads everything that fits, in the source's order. */
  warm(): void {
    this.begin();
    this.#source.segments.forEach((_, segment) => {
      for (let column = 0; column < this.#source.bits; column++) {
        if (this.#slots.length === this.#slotLimit) return;
        if (this.#addresses[segment]![column] === 0) this.#load(segment, column);
      }
    });
  }

  #load(segment: number, column: number): void {
    const index = this.#slots.length < this.#slotLimit ? this.#newSlot() : this.#evict();
    const slot = this.#slots[index]!;
    const { stride } = this.#source.segments[segment]!;
    this.#source.readColumns(segment, column, 1, this.#kernel.bytes(slot.at, stride));
    this.reads++;
    slot.segment = segment;
    slot.column = column;
    slot.usedAt = this.#tick;
    this.#slotOf[segment]![column] = index;
    this.#addresses[segment]![column] = slot.at;
  }

  #newSlot(): number {
    return this.#slots.push({ at: this.#kernel.allocate(this.#slotBytes), segment: 0, column: 0, usedAt: 0 }) - 1;
  }

  /** The next slot that this use and the one before did not touch; failing that, one that this use did not. */
  #evict(): number {
    for (const age of [1, 0]) {
      for (let step = 0; step < this.#slots.length; step++) {
        this.#hand = (this.#hand + 1) % this.#slots.length;
        const slot = this.#slots[this.#hand]!;
        if (slot.usedAt >= this.#tick - age) continue;
        this.#addresses[slot.segment]![slot.column] = 0;
        this.#slotOf[slot.segment]![slot.column] = -1;
        return this.#hand;
      }
    }
    throw new Error("one segment needs more columns than the cache was made for");
  }
}
