import { unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { hasDockingData, readShared } from "../bench/shared-complexes.ts";
import { readPdb } from "../src/formats/index.ts";
import { boundLigands, prepareReceptor } from "../src/prepare/index.ts";
import { backbone, type Row, toPdb } from "./made-up-structure.ts";

/** A chain of so many carbons far from everything else. */
const molecule = (residue: string, number: number, atoms: number): Row[] =>
  Array.from({ length: atoms }, (_, i) => ({
    ...{ name: `C${i + 1}`, residue, number, hetero: true },
    place: [1.5 * i, 20 + number, 0] as const,
  }));
const ligandsOf = (rows: readonly Row[]) =>
  boundLigands(unwrap(readPdb(toPdb(rows), "made up"))).map(({ residue, role }) => `${residue} ${role}`);
const shared = (...path: string[]) =>
  boundLigands(unwrap(readPdb(readShared(...path), "shared"))).map(
    ({ residue, role, heavyAtoms }) => `${residue} ${role} ${heavyAtoms}`,
  );

describe("the molecules of a structure that may be the known ligand", () => {
  const strand = [...backbone("ALA", 1), ...backbone("GLY", 2)];

  it("puts a small ligand before a haem, a sugar, a lipid and a buffer that are larger", () => {
    const found = ligandsOf([
      ...strand,
      ...molecule("HEM", 30, 43),
      ...molecule("NAG", 31, 14),
      ...molecule("CLR", 32, 28),
      ...molecule("MES", 33, 12),
      ...molecule("LIG", 34, 9),
      ...molecule("BIG", 35, 11),
    ]);
    expect(found).toEqual([
      "A:BIG35 ligand",
      "A:LIG34 ligand",
      "A:HEM30 cofactor",
      "A:CLR32 lipid",
      "A:NAG31 glycan",
      "A:MES33 additive",
    ]);
  });

  it("puts the largest first where there are only such", () => {
    expect(ligandsOf([...strand, ...molecule("NAG", 31, 14), ...molecule("ATP", 32, 31)])).toEqual([
      "A:ATP32 cofactor",
      "A:NAG31 glycan",
    ]);
  });

  it("leaves what crystals are grown in out of a receptor, and keeps cofactors, sugars and lipids", () => {
    const rows = ["LMT", "1PE", "GOL", "HEM", "NAG", "CLR"].flatMap((name, at) => molecule(name, 40 + at, 8));
    const { report } = unwrap(prepareReceptor(unwrap(readPdb(toPdb([...strand, ...rows]), "made up"))));
    expect(report.hetero.filter(({ isKept }) => isKept).map(({ residue }) => residue)).toEqual([
      "A:HEM43",
      "A:NAG44",
      "A:CLR45",
    ]);
  });

  it.skipIf(!hasDockingData())(
    "chooses nicotinamide beside S-adenosylhomocysteine, and a haem where it is alone",
    () => {
      // 3ROD is a nicotinamide N-methyltransferase with its product and nicotinamide in every chain.
      const transferase = shared("gnina_test", "3rod_rec.pdb.gz");
      expect(transferase[0]).toMatch(/NCA\d+ ligand 9$/);
      expect(transferase.at(-1)).toMatch(/SAH\d+ cofactor 26$/);
      // Haemoglobin, its ligand taken out: four haems and two sulphates.
      const haemoglobin = shared("posebusters_examples", "1G9V_RQ3", "1G9V_RQ3_protein.pdb.gz");
      expect(haemoglobin).toHaveLength(4);
      expect(haemoglobin[0]).toMatch(/HEM\d+ cofactor 43$/);
    },
  );
});
