import { unwrap } from "@qinghao/kernel";
import { beforeAll, expect, test } from "vitest";
import { type ChemKit, withMolecule } from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";

let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

/** Flat layouts in which atoms of a bridge fall on one another lose stereocentres on the way back. */
test.each([
  ["artemisinin", "C[C@@H]1CC[C@H]2[C@@H](C)C(=O)O[C@@H]3O[C@@]4(C)CC[C@@H]1[C@@]23OO4"],
  ["artesunate", "C[C@@H]1CC[C@H]2[C@@H](C)[C@H](OC(=O)CCC(=O)O)O[C@@H]3O[C@@]4(C)CC[C@@H]1[C@@]23OO4"],
  ["morphine", "CN1CC[C@]23[C@H]4C=C[C@H](O)[C@@H]2Oc2c(O)ccc(C[C@@H]14)c23"],
  ["cocaine", "COC(=O)[C@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1N2C"],
  ["strychnine", "O=C1C[C@@H]2OCC=C3CN4CC[C@]56[C@@H]4C[C@H]3[C@H]2[C@H]5N1c1ccccc16"],
  ["quinine", "COc1ccc2nccc([C@@H](O)[C@@H]3C[C@@H]4CC[N@]3C[C@@H]4C=C)c2c1"],
])("%s keeps its stereochemistry through its molblock", (_name, smiles) => {
  const { molblock, inchikey } = unwrap(
    withMolecule(kit, smiles, (mol) => ({ molblock: mol.molblock, inchikey: mol.inchikey })),
  );
  expect(unwrap(withMolecule(kit, molblock, (mol) => mol.inchikey))).toBe(inchikey);
  expect(molblock.split("\n")[3]?.slice(12, 15)).toBe("  1");
});

test("a molecule without stereocentres carries no chiral flag, and given coordinates stay", () => {
  const flat = unwrap(withMolecule(kit, "CCO", (mol) => mol.molblock));
  expect(flat.split("\n")[3]?.slice(12, 15)).toBe("  0");
  const moved = flat.replace(/^ {4}0\.0000/m, "    0.2500");
  expect(unwrap(withMolecule(kit, moved, (mol) => mol.molblock)).split("\n")[4]).toBe(moved.split("\n")[4]);
});
