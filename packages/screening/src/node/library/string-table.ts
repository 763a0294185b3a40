/** Texts one after the other: u32 per text and one more, where each begins; then UTF-8. */
export function packTexts(texts: readonly string[]): Uint8Array {
  const encoded = texts.map((text) => Buffer.from(text, "utf8"));
  const starts = new Uint32Array(texts.length + 1);
  encoded.forEach((bytes, i) => {
    starts[i + 1] = starts[i]! + bytes.length;
  });
  return Buffer.concat([Buffer.from(starts.buffer), ...encoded]);
}

/** The texts of a packed table. */
export class TextTable {
  readonly #starts: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();

  constructor(packed: Uint8Array, count: number) {
    const bytes = (count + 1) * 4;
    this.#starts = new Uint32Array(packed.buffer.slice(packed.byteOffset, packed.byteOffset + bytes));
    this.#bytes = packed.subarray(bytes);
  }

  text(index: number): string {
    return this.#decoder.decode(this.#bytes.subarray(this.#starts[index]!, this.#starts[index + 1]!));
  }
}
