/** Collects distinct strings; the number that `add` answers is the string's place in the table. */
export class StringTableWriter {
  readonly #places = new Map<string, number>();

  add(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  get size(): number {
    return this.#places.size;
  }

  /** UTF-8 of all strings end to end, and where each begins (one more entry than strings). */
  write(): { bytes: Uint8Array; offsets: Uint32Array } {
    const encoder = new TextEncoder();
    const offsets = new Uint32Array(this.#places.size + 1);
    let bytes = new Uint8Array(1 << 20);
    let used = 0;
    let place = 0;
    for (const text of this.#places.keys()) {
      if (used + text.length * 3 > bytes.length) {
        const grown = new Uint8Array(Math.max(bytes.length * 2, used + text.length * 3));
        grown.set(bytes.subarray(0, used));
        bytes = grown;
      }
      used += encoder.encodeInto(text, bytes.subarray(used)).written;
      offsets[++place] = used;
    }
    return { bytes: bytes.slice(0, used), offsets };
  }
}

/** Reads strings of a table by place; nothing is decoded before it is asked for. */
export class StringTable {
  readonly #bytes: Uint8Array;
  readonly #offsets: Uint32Array;
  readonly #decoder = new TextDecoder();

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.#bytes = bytes;
    this.#offsets = offsets;
  }

  get size(): number {
    return this.#offsets.length - 1;
  }

  at(place: number): string {
    const start = this.#offsets[place]!;
    const end = this.#offsets[place + 1]!;
    if (end - start > 48) return this.#decoder.decode(this.#bytes.subarray(start, end));
    let text = "";
    for (let i = start; i < end; i++) {
      const byte = this.#bytes[i]!;
      if (byte >= 0x80) return this.#decoder.decode(this.#bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
}
