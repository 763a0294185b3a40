/** A one-to-one mixing of 32-bit integers (murmur3's finaliser), so that patients of one seed never share a stream. */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Seed of a patient's stream. `purpose` keeps the streams for what happened and for what was written down apart. */
export const streamSeed = (seed: number, index: number, purpose: number): number =>
  mix32((mix32((seed + Math.imul(purpose, 0x9e3779b9)) | 0) + index) | 0);
