import { type MolView, morganFingerprint, pathFingerprint } from "@qinghao/chemistry";

/** Length of every fingerprint of the benchmark. */
export const benchmarkBits = 1024;
/** 32-bit words of one fingerprint. */
export const benchmarkWords = benchmarkBits / 32;

/** The fingerprints of the benchmark: circular, topological torsions, atom pairs, paths of up to 5 bonds. */
export const benchmarkFingerprints = ["ecfp4", "tt", "ap", "rdk5"] as const;
export type BenchmarkFingerprint = (typeof benchmarkFingerprints)[number];

/** A fingerprint with maximum fusion, or several fingerprints together. */
export type BenchmarkMethod = BenchmarkFingerprint | "fused" | "odds" | "fused+odds";

const compute: Readonly<Record<BenchmarkFingerprint, (mol: MolView) => Uint8Array>> = {
  ecfp4: (mol) => morganFingerprint(mol, { radius: 2, bits: benchmarkBits }),
  tt: (mol) => pathFingerprint(mol, "torsion", { bits: benchmarkBits }),
  ap: (mol) => pathFingerprint(mol, "atompair", { bits: benchmarkBits }),
  rdk5: (mol) => pathFingerprint(mol, "rdkit", { bits: benchmarkBits, maxPath: 5 }),
};

/** A fingerprint as `benchmarkWords` words, bit 0 = lowest bit of word 0. @throws `chemistry.structure.toolkit` */
export function benchmarkFingerprint(mol: MolView, kind: BenchmarkFingerprint): Uint32Array {
  return new Uint32Array(compute[kind](mol).slice().buffer);
}
