/**
 * A set of people by their numbers at one site: a bit each, so that a person counts once however many rows name them.
 * Sets of different length are compared as if the shorter one went on with zeros.
 */
export class PersonSet {
  readonly #words: Uint32Array;
  readonly size: number;

  private constructor(words: Uint32Array) {
    this.#words = words;
    let size = 0;
    for (const word of words) size += bitsIn(word);
    this.size = size;
  }

  /** People by number (non-negative integers), in any order, repeats allowed. */
  static of(people: Iterable<number>): PersonSet {
    let words = new Uint32Array(16);
    for (const person of people) {
      if (!Number.isInteger(person) || person < 0) throw new RangeError("people are numbered from 0");
      const at = person >>> 5;
      if (at >= words.length) {
        const longer = new Uint32Array(Math.max(at + 1, words.length * 2));
        longer.set(words);
        words = longer;
      }
      words[at] = (words[at] ?? 0) | (1 << (person & 31));
    }
    return new PersonSet(words);
  }

  static fromBytes(bytes: Uint8Array): PersonSet {
    const words = new Uint32Array(Math.ceil(bytes.length / 4));
    for (let i = 0; i < bytes.length; i++) words[i >> 2] = (words[i >> 2] ?? 0) | ((bytes[i] ?? 0) << ((i & 3) * 8));
    return new PersonSet(words);
  }

  /** Little-endian bits without trailing zeros: equal sets give equal bytes. */
  toBytes(): Uint8Array {
    const bytes = new Uint8Array(this.#words.length * 4);
    for (let i = 0; i < bytes.length; i++) bytes[i] = ((this.#words[i >> 2] ?? 0) >>> ((i & 3) * 8)) & 255;
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) end--;
    return bytes.slice(0, end);
  }

  has(person: number): boolean {
    return (((this.#words[person >>> 5] ?? 0) >>> (person & 31)) & 1) === 1;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.#words.length; at++) {
      for (let word = this.#words[at] ?? 0; word !== 0; word &= word - 1) yield at * 32 + 31 - Math.clz32(word & -word);
    }
  }

  and = (other: PersonSet): PersonSet => this.#combine(other, (a, b) => a & b);
  or = (other: PersonSet): PersonSet => this.#combine(other, (a, b) => a | b);
  without = (other: PersonSet): PersonSet => this.#combine(other, (a, b) => a & ~b);

  /** How many people are in one of the two sets only, counted no further than `enough`. */
  difference(other: PersonSet, enough = Number.POSITIVE_INFINITY): number {
    let count = Math.abs(this.size - other.size);
    if (count >= enough) return count;
    count = 0;
    for (let at = Math.max(this.#words.length, other.#words.length) - 1; at >= 0 && count < enough; at--)
      count += bitsIn((this.#words[at] ?? 0) ^ (other.#words[at] ?? 0));
    return count;
  }

  #combine(other: PersonSet, join: (a: number, b: number) => number): PersonSet {
    const words = new Uint32Array(Math.max(this.#words.length, other.#words.length));
    for (let at = 0; at < words.length; at++) words[at] = join(this.#words[at] ?? 0, other.#words[at] ?? 0);
    return new PersonSet(words);
  }
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
