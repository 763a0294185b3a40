import { withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { serveThread, withTransfer } from "@qinghao/compute/thread";
import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import { screeningErrors } from "../../errors.ts";
import { benchmarkFingerprint, benchmarkWords } from "../methods.ts";
import type { FingerprintInit, FingerprintOutput, FingerprintTask } from "./fingerprint-task.ts";

/** One thread: all fingerprints of a molecule while it is read. */
serveThread<FingerprintInit, FingerprintTask, FingerprintOutput>(async ({ fingerprints }) => {
  const kit = await loadChemKit();
  const attempt = (smiles: string, use: (words: readonly Uint32Array[]) => void): QinghaoError | null => {
    try {
      const result = withMolecule(kit, smiles, (mol) => fingerprints.map((kind) => benchmarkFingerprint(mol, kind)));
      if (!result.ok) return result.error;
      use(result.value);
      return null;
    } catch (error) {
      return isQinghaoError(error) ? error : screeningErrors.create("row.failed", {}, error);
    }
  };
  return ({ smiles }) => {
    const words = fingerprints.map(() => new Uint32Array(smiles.length * benchmarkWords));
    const failures: FingerprintOutput["failures"][number][] = [];
    smiles.forEach((text, index) => {
      const error = attempt(text, (computed) => {
        computed.forEach((row, kind) => {
          words[kind]!.set(row, index * benchmarkWords);
        });
      });
      if (error !== null) failures.push({ index, reason: error.user });
    });
    return withTransfer(
      { words, failures },
      words.map(({ buffer }) => buffer),
    );
  };
});
