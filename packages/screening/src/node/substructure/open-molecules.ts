import { type AtomType, neighbourBits, unpackAtomType } from "../../library/molecule-words.ts";
import type { SharedMolecules } from "./substructure-task.ts";

/** The packed molecules of one segment, ready for matchers. */
export type OpenMolecules = {
  readonly firstRow: number;
  /** Molecule of local row i: from `words[offsets[i]]`; none where the next offset is the same. */
  readonly offsets: Uint32Array;
  readonly words: Uint16Array;
  readonly types: readonly AtomType[];
  /** How often each type occurs in a sample of the molecules. */
  readonly frequencies: Uint32Array;
};

const sampledMolecules = 5000;

export function openMolecules({ firstRow, rows, buffer }: SharedMolecules): OpenMolecules {
  const typeCount = new Uint32Array(buffer, 0, 1)[0]!;
  const offsets = new Uint32Array(buffer, 4, rows + 1);
  const packed = new Uint32Array(buffer, 4 * (rows + 2), 2 * typeCount);
  const words = new Uint16Array(buffer, 4 * (rows + 2 + 2 * typeCount));
  const types = Array.from({ length: typeCount }, (_, i) => unpackAtomType(packed[2 * i]!, packed[2 * i + 1]!));
  const frequencies = new Uint32Array(typeCount);
  const step = Math.max(1, Math.floor(rows / sampledMolecules));
  for (let row = 0; row < rows; row += step) {
    const at = offsets[row]!;
    if (at === offsets[row + 1]) continue;
    const atoms = words[at]! & ((1 << neighbourBits) - 1);
    for (let i = at + 1; i <= at + atoms; i++) frequencies[words[i]!]!++;
  }
  return { firstRow, offsets, words, types, frequencies };
}
