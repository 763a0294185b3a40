import { crc32 } from "node:zlib";
import type { FingerprintKind } from "@qinghao/chemistry";
import { type MoleculeWords, neighbourBits } from "../../library/molecule-words.ts";
import { type ColumnSegment, toColumns } from "../../similarity/column-segment.ts";
import type { FailedRow } from "./format.ts";

/** What a batch of rows became. */
export type BuiltRows = {
  /** Per row: its id and SMILES (empty where it could not be read). */
  readonly ids: readonly string[];
  readonly smiles: readonly string[];
  readonly molecules: MoleculeWords;
  /** Rows of the batch that have fingerprints. */
  readonly readable: Uint32Array;
  /** Packed fingerprints of those rows. */
  readonly fingerprints: Readonly<Partial<Record<FingerprintKind, Uint8Array>>>;
  readonly failures: readonly FailedRow[];
};

/** The rows of one segment while they come in. */
export class SegmentData {
  readonly firstRow: number;
  readonly ids: string[] = [];
  readonly smiles: string[] = [];
  readonly failures: FailedRow[] = [];
  readonly #parts: BuiltRows[] = [];
  readonly #typeNumbers = new Map<number, number>();
  readonly #types: number[] = [];
  #words = 0;
  #readable = 0;

  constructor(firstRow: number) {
    this.firstRow = firstRow;
  }

  get rows(): number {
    return this.ids.length;
  }

  /** Kinds of atoms so far; they are numbered with 16 bits. */
  get atomTypes(): number {
    return this.#typeNumbers.size;
  }

  add(part: BuiltRows): void {
    // One push per row: a spread would put a whole batch on the stack.
    for (const id of part.ids) this.ids.push(id);
    for (const text of part.smiles) this.smiles.push(text);
    for (const failure of part.failures) this.failures.push(failure);
    this.#renumberTypes(part.molecules);
    this.#words += part.molecules.words.length;
    this.#readable += part.readable.length;
    this.#parts.push(part);
  }

  /** The fingerprints of one kind, by column. */
  columns(kind: FingerprintKind, bits: number): ColumnSegment {
    const width = bits / 8;
    const bytes = new Uint8Array(this.#readable * width);
    const numbers = new Uint32Array(this.#readable);
    let at = 0;
    let row = this.firstRow;
    for (const part of this.#parts) {
      bytes.set(part.fingerprints[kind]!, at * width);
      for (const local of part.readable) numbers[at++] = row + local;
      row += part.ids.length;
    }
    return toColumns({ bits, rows: this.#readable, bytes }, numbers);
  }

  /** The section of molecules: number of types, offsets of the rows, types, words. */
  molecules(): Uint8Array {
    const offsets = new Uint32Array(this.rows + 1);
    const words = new Uint16Array(this.#words);
    let row = 0;
    let at = 0;
    for (const { molecules } of this.#parts) {
      words.set(molecules.words, at);
      for (let i = 1; i < molecules.offsets.length; i++) offsets[++row] = at + molecules.offsets[i]!;
      at += molecules.words.length;
    }
    const head = Uint32Array.of(this.#types.length / 2);
    const types = Uint32Array.from(this.#types);
    return Buffer.concat([head, offsets, types, words].map(({ buffer }) => Buffer.from(buffer)));
  }

  /** From the numbers of a batch to those of the segment, in place. */
  #renumberTypes({ words, offsets, types }: MoleculeWords): void {
    const numbers = new Uint16Array(types.length / 2);
    for (let type = 0; type < numbers.length; type++) {
      const [low, high] = [types[2 * type]!, types[2 * type + 1]!];
      const key = high * 4294967296 + low;
      let number = this.#typeNumbers.get(key);
      if (number === undefined) {
        number = this.#typeNumbers.size;
        this.#typeNumbers.set(key, number);
        this.#types.push(low, high);
      }
      numbers[type] = number;
    }
    for (let row = 0; row + 1 < offsets.length; row++) {
      const from = offsets[row]!;
      if (from === offsets[row + 1]) continue;
      const atoms = words[from]! & ((1 << neighbourBits) - 1);
      for (let i = from + 1; i <= from + atoms; i++) words[i] = numbers[words[i]!]!;
    }
  }
}

/** The `info` section of fingerprints by column. */
export function packColumnInfo({ rows, stride, counts, numbers, columnCounts, columns }: ColumnSegment): Uint8Array {
  const checksums = Uint32Array.from(columnCounts, (_, bit) =>
    crc32(columns.subarray(bit * stride, (bit + 1) * stride)),
  );
  const bits = columnCounts.length;
  const bytes = Buffer.alloc(bits * 8 + rows * 6);
  [columnCounts, checksums, numbers, counts].reduce((at, { buffer, byteOffset, byteLength }) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    return at + byteLength;
  }, 0);
  return bytes;
}
