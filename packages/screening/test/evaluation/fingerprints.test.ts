// Oracle: Python RDKit's rdFingerprintGenerator with fpSize 1024 (and maxPath 5), SHA-256 of the packed bits, by make-golden.py.
import { createHash } from "node:crypto";
import { withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { expect, it } from "vitest";
import { benchmarkFingerprint, benchmarkFingerprints } from "../../src/evaluation/index.ts";
import golden from "./golden.json" with { type: "json" };

const kit = await loadChemKit();
it.each(golden.fingerprints)(`fingerprints of $smiles are those of ${golden.source}`, (expected) => {
  for (const kind of benchmarkFingerprints) {
    const words = unwrap(withMolecule(kit, expected.smiles, (mol) => benchmarkFingerprint(mol, kind)));
    expect.soft(words.length).toBe(32);
    expect.soft(createHash("sha256").update(new Uint8Array(words.buffer)).digest("hex"), kind).toBe(expected[kind]);
  }
});
