import type { DockingLigand } from "../model.ts";

/**
 * The start of each descent's random numbers: from the seed and what the ligand is, so that a ligand's poses do not
 * depend on which others are docked with it, nor in what order.
 */
export function descentSeed(ligand: DockingLigand, seed: number, descent: number): Uint32Array {
  let hash = 0x811c9dc5;
  const add = (word: number) => {
    hash = Math.imul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15;
  };
  for (const word of new Uint32Array(Float64Array.of(seed).buffer)) add(word);
  for (const kind of ligand.kinds) add(kind);
  for (const { parent, from, to } of ligand.branches) [parent, from, to].forEach(add);
  for (const word of new Uint32Array(ligand.positions.slice().buffer)) add(word);
  let state = (hash + Math.imul(descent, 0x632be5ab)) >>> 0;
  // splitmix32: four words that differ in about half of their bits for neighbouring states.
  return Uint32Array.from({ length: 4 }, () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  });
}
