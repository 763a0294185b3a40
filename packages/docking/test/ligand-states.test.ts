import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { enumerateStereo, ligandStates, tautomers } from "../src/prepare/index.ts";

const kit = await loadChemKit();
const at = (smiles: string, pH: number): string => unwrap(ligandStates(kit, smiles, { pH }))[0]!.smiles;

/** The form met at pH 7.4, from measured pKa values (CRC Handbook of Chemistry and Physics). */
const forms: readonly (readonly [smiles: string, form: string, because: string])[] = [
  ["CC(=O)O", "CC(=O)[O-]", "acetic acid, 4.76"],
  ["CCN", "CC[NH3+]", "ethylamine, 10.65"],
  ["C1CNCCN1", "C1C[NH2+]CCN1", "piperazine, 9.73 and 5.33"],
  ["C1COCCN1", "C1COCC[NH2+]1", "morpholine, 8.50"],
  ["NCC(F)(F)F", "NCC(F)(F)F", "trifluoroethylamine, 5.7"],
  ["NCCN", "NCC[NH3+]", "ethylenediamine, 9.92 and 6.86"],
  ["Nc1ccccc1", "Nc1ccccc1", "aniline, 4.87"],
  ["c1ccncc1", "c1ccncc1", "pyridine, 5.23"],
  ["Nc1ccncc1", "Nc1cc[nH+]cc1", "4-aminopyridine, 9.11"],
  ["c1cnc[nH]1", "c1c[nH]cn1", "imidazole, 6.99"],
  ["NC(=N)N", "NC(N)=[NH2+]", "guanidine, 13.6"],
  ["CC(N)=O", "CC(N)=O", "acetamide, no base"],
  ["Oc1ccccc1", "Oc1ccccc1", "phenol, 9.99"],
  ["Oc1ccc([N+](=O)[O-])cc1", "O=[N+]([O-])c1ccc([O-])cc1", "4-nitrophenol, 7.15"],
  ["NCC(=O)O", "[NH3+]CC(=O)[O-]", "glycine, 2.35 and 9.78"],
  ["NCC(N)=O", "NC(=O)C[NH3+]", "glycinamide, 8.0"],
  ["c1nnn[nH]1", "c1nnn[n-]1", "tetrazole, 4.9"],
  ["CS(=O)(=O)O", "CS(=O)(=O)[O-]", "methanesulphonic acid, -1.9"],
];

describe("protonation at pH 7.4", () => {
  it.each(forms)("%s is %s (%s)", (smiles, form) => {
    expect(at(smiles, 7.4)).toBe(form);
  });
});

describe("protonation follows the pH", () => {
  it("charges acids only above, and bases only below, their pKa", () => {
    expect(at("CC(=O)O", 2)).toBe("CC(=O)O");
    expect(at("CCN", 12)).toBe("CCN");
    expect(at("CCS", 12)).toBe("CC[S-]");
    expect(at("COP(=O)(O)O", 4)).toBe("COP(=O)([O-])O");
    expect(at("COP(=O)(O)O", 9)).toBe("COP(=O)([O-])[O-]");
  });

  it("takes salts off and starts from the neutral parent", () => {
    expect(at("[NH3+]CC([O-])=O", 7.4)).toBe(at("NCC(=O)O.Cl", 7.4));
  });

  it("gives both states of a group whose pKa is near", () => {
    const states = unwrap(ligandStates(kit, "c1cnc[nH]1", { pH: 7.4, spread: 1 }));
    expect(states.map(({ charge }) => charge)).toEqual([0, 1]);
    expect(states[0]!.smiles).toBe("c1c[nH]cn1");
  });

  it("leaves stereo as it is", () => {
    expect(at("N[C@@H](C)C(=O)O", 7.4)).toBe("C[C@H]([NH3+])C(=O)[O-]");
  });
});

describe("open stereo", () => {
  it("is written out, meso forms once", () => {
    expect(unwrap(enumerateStereo(kit, "CC(O)C(F)Cl"))).toHaveLength(4);
    expect(unwrap(enumerateStereo(kit, "CC(O)C(C)O"))).toHaveLength(3);
  });

  it("keeps what is specified and gives a molecule without centres alone", () => {
    expect(unwrap(enumerateStereo(kit, "C[C@H](O)CC"))).toEqual(["CC[C@H](C)O"]);
    expect(unwrap(enumerateStereo(kit, "CCO"))).toEqual(["CCO"]);
  });

  it("stops at the number that is wanted", () => {
    expect(unwrap(enumerateStereo(kit, "CC(O)C(F)Cl", 2))).toHaveLength(2);
  });
});

describe("tautomers", () => {
  const forms = (smiles: string, maximum = 8) => unwrap(tautomers(kit, smiles, maximum)).sort();

  it("move the hydrogen between ring nitrogens", () => {
    expect(forms("Cc1cc[nH]n1")).toEqual(["Cc1cc[nH]n1", "Cc1ccn[nH]1"]);
    expect(forms("Cc1nnn[nH]1")).toEqual(["Cc1nn[nH]n1", "Cc1nnn[nH]1"]);
    expect(forms("Cc1nnn[nH]1", 1)).toHaveLength(1);
  });

  // Elguero et al. 1976; forms as RDKit 2026.09.1's TautomerEnumerator has them among its own.
  it("move hydrogens between lactam and lactim, where the ring stays aromatic", () => {
    expect(forms("O=c1cccc[nH]1")).toEqual(["O=c1cccc[nH]1", "Oc1ccccn1"]);
    expect(unwrap(tautomers(kit, "Oc1ccccn1", 8))).toEqual(["Oc1ccccn1", "O=c1cccc[nH]1"]);
    expect(forms("Nc1cc[nH]c(=O)n1")).toEqual(["Nc1cc[nH]c(=O)n1", "Nc1ccnc(=O)[nH]1", "Nc1ccnc(O)n1"]);
    expect(forms("O=c1[nH]cnc2nc[nH]c12", 16)).toHaveLength(6);
    expect(forms("O=c1cc[nH]c(=S)[nH]1")).toContain("Oc1ccnc(S)n1");
  });

  it("move hydrogens of guanidines and amidines, and of 1,3-dicarbonyl compounds to their enols", () => {
    expect(forms("CCCNC(=N)N")).toEqual(["CCCN=C(N)N", "CCCNC(=N)N"]);
    expect(forms("CC(=O)CC(C)=O")).toEqual(["CC(=O)C=C(C)O", "CC(=O)CC(C)=O"]);
    expect(forms("CC(=O)C=C(C)O")).toEqual(["CC(=O)C=C(C)O", "CC(=O)CC(C)=O"]);
    expect(forms("CCOC(=O)CC(C)=O")).toEqual(["CCOC(=O)C=C(C)O", "CCOC(=O)CC(C)=O"]);
    expect(forms("N/C(=N/C)CC")).toEqual(["CC/C(N)=N\\C", "CCC(=N)NC"]);
  });

  it("leave amides, acids, phenols, oximes, amino groups of rings and specified centres as they are", () => {
    const drawn = ["CC(=O)Nc1ccc(O)cc1", "CC(=O)O", "CC(C)=NO", "Nc1ccccn1", "CCOC(=O)[C@H](C)C(C)=O", "O=C1CCCN1"];
    for (const smiles of drawn) expect(forms(smiles), smiles).toHaveLength(1);
    expect(forms("C[C@H](N)c1cccc(O)n1")).toEqual(["C[C@H](N)c1cccc(=O)[nH]1", "C[C@H](N)c1cccc(O)n1"]);
  });

  it("are one where the ring is symmetric, has no second place, or none at all", () => {
    expect(forms("c1cnc[nH]1")).toEqual(["c1c[nH]cn1"]);
    expect(forms("c1cc[nH]c1")).toEqual(["c1cc[nH]c1"]);
    expect(forms("Cn1ccnc1")).toEqual(["Cn1ccnc1"]);
  });
});
