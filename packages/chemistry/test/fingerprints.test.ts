// Oracle: Python RDKit 2026.09.1, by test/golden/make-fingerprints.py.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { computeFingerprint, fingerprintBits, fingerprintKinds, withMolecule } from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";

type Golden = { source: string; molecules: ({ smiles: string } & Record<string, string>)[] };
const golden = JSON.parse(readFileSync(new URL("golden/fingerprints.json", import.meta.url), "utf8")) as Golden;
const kit = await loadChemKit();

describe(`fingerprints are those of ${golden.source}`, () => {
  it.each(golden.molecules)("$smiles", (expected) => {
    for (const kind of fingerprintKinds) {
      const bytes = unwrap(withMolecule(kit, expected.smiles, (mol) => computeFingerprint(mol, kind)));
      expect.soft(bytes.length * 8, kind).toBe(fingerprintBits[kind]);
      expect.soft(createHash("sha256").update(bytes).digest("hex"), kind).toBe(expected[kind]);
    }
  });
});
