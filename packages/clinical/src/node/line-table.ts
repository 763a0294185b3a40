import type { Place } from "./bulk-lines.ts";

/** A line of one of several files. */
export type LinePlace = Place & { readonly file: number; readonly number: number };

const NONE = -1;

/** Places of lines, each in one group, in the order in which they were added: 24 bytes a line. */
export class LineTable {
  #count = 0;
  #start = new Float64Array(1024);
  #length = new Int32Array(1024);
  #file = new Int32Array(1024);
  #number = new Int32Array(1024);
  /** The next line of the same group. */
  #next = new Int32Array(1024);
  readonly #first: number[] = [];
  readonly #last: number[] = [];

  /** Adds a line to a group; groups are numbered from 0 without a gap. */
  add(group: number, { file, number, start, length }: LinePlace): void {
    if (this.#count === this.#start.length) this.#grow();
    const row = this.#count++;
    this.#start[row] = start;
    this.#length[row] = length;
    this.#file[row] = file;
    this.#number[row] = number;
    this.#next[row] = NONE;
    const last = this.#last[group];
    if (last === undefined) this.#first[group] = row;
    else this.#next[last] = row;
    this.#last[group] = row;
  }

  *linesOf(group: number): Generator<LinePlace> {
    for (let row = this.#first[group] ?? NONE; row !== NONE; row = this.#next[row]!) {
      yield {
        file: this.#file[row]!,
        number: this.#number[row]!,
        start: this.#start[row]!,
        length: this.#length[row]!,
      };
    }
  }

  #grow(): void {
    const size = this.#count * 2;
    const larger = (column: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(size);
      grown.set(column);
      return grown;
    };
    const start = new Float64Array(size);
    start.set(this.#start);
    this.#start = start;
    this.#length = larger(this.#length);
    this.#file = larger(this.#file);
    this.#number = larger(this.#number);
    this.#next = larger(this.#next);
  }
}
