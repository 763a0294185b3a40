/** Fingerprints of equal length, one after the other, with the number of bits set in each. */
export type BitRows = { readonly words: Uint32Array; readonly wordsPerRow: number; readonly counts: Uint16Array };

export function bitRows(words: Uint32Array, wordsPerRow: number): BitRows {
  const counts = new Uint16Array(words.length / wordsPerRow);
  for (let at = 0; at < words.length; at++) counts[Math.floor(at / wordsPerRow)]! += bitsOf(words[at]!);
  return { words, wordsPerRow, counts };
}

/** Tanimoto's coefficient of one row with every row of `rows`; 0 for two empty fingerprints. */
export function tanimotoToAll(query: BitRows, row: number, rows: BitRows): Float64Array {
  const { words, wordsPerRow, counts } = rows;
  const own = query.words.subarray(row * wordsPerRow, (row + 1) * wordsPerRow);
  const ownCount = query.counts[row]!;
  const similarities = new Float64Array(counts.length);
  for (let other = 0, at = 0; other < counts.length; other++) {
    let both = 0;
    for (let word = 0; word < wordsPerRow; word++) both += bitsOf(own[word]! & words[at++]!);
    const either = ownCount + counts[other]! - both;
    similarities[other] = either === 0 ? 0 : both / either;
  }
  return similarities;
}

/** Bits set in a 32-bit word, by adding neighbouring fields. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
