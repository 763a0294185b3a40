import { madeUpPocket } from "@qinghao/testing";
import { describe, expect, it } from "vitest";
import {
  boxOf,
  firstRecord,
  nameOf,
  pastedName,
  referenceOf,
  type SearchBox,
  selectionOf,
  startDraft,
} from "../../features/receptors/receptor-draft.ts";

const boxAt = (x: number): SearchBox => ({ center: [x, 0, 0], size: [22.5, 22.5, 22.5] });
const finds = {
  ligands: [
    { residue: "A:STI201", role: "ligand" as const, heavyAtoms: 37, box: boxAt(1), molblock: "" },
    { residue: "B:STI201", role: "ligand" as const, heavyAtoms: 37, box: boxAt(2), molblock: "" },
  ],
  center: boxAt(6).center,
  reference: null,
};
const pockets = [{ box: boxAt(3), center: boxAt(3).center, volume: 400, burial: 5 }];

describe("a receptor being set up", () => {
  it("starts around the first ligand that is proposed, else in a pocket that is yet to be found", () => {
    expect(startDraft(finds, null).site).toEqual({ kind: "ligand", residue: "A:STI201" });
    const without = startDraft({ ligands: [] }, "HGNC:76");
    expect(without).toMatchObject({ site: { kind: "pocket", index: 0 }, target: "HGNC:76" });
    expect(boxOf(without, { ...finds, ligands: [] }, [])).toBeNull();
  });

  it("takes the box from the site until it is set by hand", () => {
    const draft = startDraft(finds, null);
    expect(boxOf(draft, finds, pockets)).toEqual(boxAt(1));
    expect(boxOf({ ...draft, site: { kind: "ligand", residue: "B:STI201" } }, finds, pockets)).toEqual(boxAt(2));
    expect(boxOf({ ...draft, site: { kind: "pocket", index: 0 } }, finds, pockets)).toEqual(boxAt(3));
    const given = { ...draft, site: { kind: "file" as const, name: "x.sdf", molblock: "m" } };
    expect(boxOf(given, finds, pockets)).toBeNull();
    expect(boxOf(given, { ...finds, reference: { molblock: "m", box: boxAt(4) } }, pockets)).toEqual(boxAt(4));
    expect(boxOf({ ...draft, site: { kind: "hand" } }, finds, pockets)).toEqual(boxAt(6));
    expect(boxOf({ ...draft, box: boxAt(5) }, finds, pockets)).toEqual(boxAt(5));
  });

  it("tells the server all chains by leaving them out, and the known ligand as the reference", () => {
    const draft = { ...startDraft(finds, null), left: ["A:ZN301"] };
    expect(selectionOf(draft)).toEqual({ waters: "drop", drop: ["A:ZN301"], pH: 7.4, hydrogens: "polar" });
    expect(selectionOf({ ...draft, chains: ["A"] }).chains).toEqual(["A"]);
    expect(referenceOf(draft)).toEqual({ residue: "A:STI201" });
    expect(referenceOf({ ...draft, site: { kind: "pocket", index: 0 } })).toBeUndefined();
  });
});

describe("a pasted structure", () => {
  const pdbqt = "ATOM      1  N   SER A   1      -1.210   0.820   0.000  1.00  0.00    -0.347 N ";
  it.each([
    ["data_1iep\nloop_\n_atom_site.id\n", "pasted.cif"],
    [madeUpPocket(), "pasted.pdb"],
    [`REMARK  prepared\n${pdbqt}\n`, "pasted.pdbqt"],
    [pdbqt.replace("N ", "OA"), "pasted.pdbqt"],
  ])("is known by its lines (%#)", (text, name) => {
    expect(pastedName(text)).toBe(name);
  });
});

it("names a receptor after its file without the endings", () => {
  expect(nameOf({ fileName: "1iep.pdb.gz" })).toBe("1iep");
  expect(nameOf({ fileName: "EGFR wild type.cif" })).toBe("EGFR wild type");
});

it("takes the first record of an SDF", () => {
  expect(firstRecord("one\nM  END\n$$$$\ntwo\n$$$$\n")).toBe("one\nM  END\n");
});
