import type { BenchmarkFingerprint } from "../methods.ts";

export type FingerprintInit = { readonly fingerprints: readonly BenchmarkFingerprint[] };
export type FingerprintTask = { readonly smiles: readonly string[] };

export type FingerprintOutput = {
  /** Per kind of fingerprint, `benchmarkWords` words per molecule; zeros for one that failed. */
  readonly words: readonly Uint32Array<ArrayBuffer>[];
  readonly failures: readonly {
    readonly index: number;
    readonly reason: { readonly en: string; readonly zh: string };
  }[];
};
