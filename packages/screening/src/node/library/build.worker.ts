import { computeFingerprint, fingerprintBits, type MolView, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { serveThread, withTransfer } from "@qinghao/compute/thread";
import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import { screeningErrors } from "../../errors.ts";
import { MoleculePacker } from "../../library/molecule-words.ts";
import type { BuildInit, BuildTask } from "./build-task.ts";
import type { FailedRow } from "./format.ts";
import type { BuiltRows } from "./segment-data.ts";

/** One thread of a build: reads structures, computes their fingerprints, packs their molecules. */
serveThread<BuildInit, BuildTask, BuiltRows>(async ({ kinds }) => {
  const kit = await loadChemKit();
  return ({ rows }) => {
    const packer = new MoleculePacker();
    const smiles: string[] = [];
    const readable: number[] = [];
    const failures: FailedRow[] = [];
    const packed = kinds.map((kind) => ({ kind, bytes: new Uint8Array((rows.length * fingerprintBits[kind]) / 8) }));
    const addMolecule = (mol: MolView, text: string): string => {
      const fingerprints = kinds.map((kind) => computeFingerprint(mol, kind));
      const written = text.includes("\n") ? mol.smiles : text;
      packer.add(mol.graph);
      packed.forEach(({ bytes }, i) => {
        bytes.set(fingerprints[i]!, readable.length * fingerprints[i]!.length);
      });
      return written;
    };
    rows.forEach(({ row, line, text }, index) => {
      if (text !== null) {
        const error = attempt(() => {
          const result = withMolecule(kit, text, (mol) => addMolecule(mol, text));
          if (!result.ok) throw result.error;
          smiles.push(result.value);
          readable.push(index);
        });
        if (error === null) return;
        failures.push({ row, line, text: text.slice(0, 200), code: error.code, reason: error.user });
      }
      smiles.push("");
      packer.add(null);
    });
    const fingerprints = Object.fromEntries(
      packed.map(({ kind, bytes }) => [kind, bytes.slice(0, (readable.length * fingerprintBits[kind]) / 8)]),
    );
    const built = {
      ids: rows.map(({ id }) => id),
      smiles,
      molecules: packer.finish(),
      readable: Uint32Array.from(readable),
      fingerprints,
      failures,
    };
    return withTransfer(
      built,
      Object.values(fingerprints).map(({ buffer }) => buffer),
    );
  };
});

/** A structure that the toolkit trips over is that row's failure, never the batch's. */
function attempt(use: () => void): QinghaoError | null {
  try {
    use();
    return null;
  } catch (error) {
    return isQinghaoError(error) ? error : screeningErrors.create("row.failed", {}, error);
  }
}
