import { hashKey } from "../pack/hash.ts";
import type { KnowledgePack } from "../pack/knowledge-pack.ts";

const filterBits = 22;
const filters = new WeakMap<KnowledgePack, Uint32Array>();

/** Whether the pack was written with search columns, which hold the vocabulary. */
export const hasSearchColumns = (pack: KnowledgePack): boolean =>
  pack.header.sections.some((section) => section.name === "search.vocabulary");

/** Whether a folded word of six letters or more occurs in any name of the pack. Needs the search columns. */
export const isInVocabulary = (pack: KnowledgePack, folded: string): boolean =>
  isHashInVocabulary(pack, hashKey(folded));

/** The same for a word's `hashKey`; most words that are in no name are told by one bit. */
export function isHashInVocabulary(pack: KnowledgePack, hash: number): boolean {
  const hashes = pack.numbers("search.vocabulary");
  let filter = filters.get(pack);
  if (filter === undefined) {
    filter = new Uint32Array(1 << (filterBits - 5));
    for (const one of hashes) filter[one >>> (37 - filterBits)]! |= 1 << ((one >>> (32 - filterBits)) & 31);
    filters.set(pack, filter);
  }
  if ((filter[hash >>> (37 - filterBits)]! & (1 << ((hash >>> (32 - filterBits)) & 31))) === 0) return false;
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hashes[middle]! >= hash) high = middle;
    else low = middle + 1;
  }
  return hashes[low] === hash;
}
