import type { Mol } from "@rdkit/rdkit";
import { chemErrors } from "./errors.ts";
import type { ChemKit } from "./kit.ts";
import type { MolView } from "./molecule.ts";
import { type FingerprintKind, fingerprintKindSchema } from "./schema.ts";

export type PathFingerprintOptions = {
  /** Length of the folded fingerprint. */
  bits: number;
  /** Longest path in bonds, for `rdkit` only; RDKit's default is 7. */
  maxPath?: number;
};

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

/** Length of each kind, bits. MACCS has keys 1 to 166, padded to a multiple of 64. */
export const fingerprintBits: Readonly<Record<FingerprintKind, number>> = {
  morgan2: 2048,
  atompair: 2048,
  torsion: 2048,
  rdkit: 2048,
  maccs: 192,
  pattern: 2048,
};

export const fingerprintKinds: readonly FingerprintKind[] = fingerprintKindSchema.options;

/**
 * A fingerprint of `fingerprintBits[kind] / 8` bytes, bit 0 = lowest bit of byte 0. The same bits as Python RDKit of the
 * same release with its defaults: MorganGenerator(radius=2), AtomPairGenerator and TopologicalTorsionGenerator (both with
 * simulated counts), RDKitFPGenerator (paths of 1 to 7 bonds), MACCSkeys, PatternFingerprint; 2048 bits each.
 * @throws `chemistry.structure.toolkit`
 */
export function computeFingerprint(mol: MolView, kind: FingerprintKind): Uint8Array {
  if (kind === "morgan2") return morganFingerprint(mol, { radius: 2, bits: 2048 });
  if (kind === "pattern") return patternFingerprint(mol);
  if (kind !== "maccs") return pathFingerprint(mol, kind, { bits: 2048 });
  const keys = fingerprint(mol, kind, () => mol.handle.get_maccs_fp_as_uint8array());
  const padded = new Uint8Array(fingerprintBits.maccs / 8);
  padded.set(keys);
  return padded;
}

/**
 * A folded fingerprint of atom pairs, torsions or paths, `bits / 8` bytes, bit 0 = lowest bit of byte 0; `bits` is a
 * multiple of 8. The same bits as Python RDKit's generator of that `fpSize` (and `maxPath`) with its other defaults.
 * @throws `chemistry.structure.toolkit`
 */
export function pathFingerprint(
  mol: MolView,
  kind: "atompair" | "torsion" | "rdkit",
  { bits, maxPath = 7 }: PathFingerprintOptions,
): Uint8Array {
  const { handle } = mol;
  const length = `{"nBits":${bits}}`;
  if (kind === "atompair") return fingerprint(mol, kind, () => handle.get_atom_pair_fp_as_uint8array(length));
  if (kind === "torsion") return fingerprint(mol, kind, () => handle.get_topological_torsion_fp_as_uint8array(length));
  const paths = `{"nBits":${bits},"maxPath":${maxPath}}`;
  return fingerprint(mol, kind, () => handle.get_rdkit_fp_as_uint8array(paths));
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
