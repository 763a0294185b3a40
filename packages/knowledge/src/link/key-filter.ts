import type { Knowledge } from "../knowledge.ts";

/** One bit per hash value's top bits: a no is certain, a yes is asked again. 2 MB for any number of packs. */
const bits = 24;

/** Tells most hashes that no name has, without reading the packs' own indexes. */
export function keyFilter(knowledge: Knowledge): (hash: number) => boolean {
  const { packs } = knowledge;
  const filter = new Uint32Array(1 << (bits - 5));
  for (const pack of packs) {
    for (const hash of pack.numbers("key.hashes")) {
      filter[hash >>> (37 - bits)]! |= 1 << ((hash >>> (32 - bits)) & 31);
    }
  }
  return (hash) => {
    if ((filter[hash >>> (37 - bits)]! & (1 << ((hash >>> (32 - bits)) & 31))) === 0) return false;
    for (const pack of packs) if (pack.hasKeyHash(hash)) return true;
    return false;
  };
}
