import type { Mol } from "@rdkit/rdkit";
import { chemErrors } from "./errors.ts";
import type { ChemKit } from "./kit.ts";
import type { MolView } from "./molecule.ts";

export type MorganOptions = {
  /** Bonds from the centre; 2 is ECFP4. */
  radius: number;
  /** Length of the folded fingerprint. */
  bits: number;
};

/**
 * Folded Morgan (ECFP-like) fingerprint, `bits / 8` bytes, bit 0 = lowest bit of byte 0. Same bits as Python RDKit's
 * MorganGenerator of the same release.
 */
export function morganFingerprint(mol: MolView, { radius, bits }: MorganOptions): Uint8Array {
  return fingerprint(mol, "Morgan", () =>
    mol.handle.get_morgan_fp_as_uint8array(`{"radius":${radius},"nBits":${bits}}`),
  );
}

/** RDKit's pattern fingerprint, 2048 bits: a molecule can hold a query only if it has every bit of the query's. */
export function patternFingerprint(mol: HasHandle): Uint8Array {
  return fingerprint(mol, "pattern", () => mol.handle.get_pattern_fp_as_uint8array('{"nBits":2048}'));
}

type HasHandle = { readonly kit: ChemKit; readonly handle: Mol };

function fingerprint(mol: HasHandle, name: string, compute: () => Uint8Array): Uint8Array {
  const bytes = mol.kit.attempt(compute);
  if (bytes === null) throw chemErrors.create("structure.toolkit", { operation: `${name} fingerprint` });
  return bytes;
}

const bitsOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0;
  for (let rest = byte; rest > 0; rest &= rest - 1) count++;
  return count;
});

/** Tanimoto similarity of two packed fingerprints of equal length; 0 when both are empty. */
export function tanimoto(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < a.length; i++) {
    both += bitsOfByte[a[i]! & b[i]!]!;
    either += bitsOfByte[a[i]! | b[i]!]!;
  }
  return either === 0 ? 0 : both / either;
}
