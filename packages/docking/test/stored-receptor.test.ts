import { createMemoryStore } from "@qinghao/artifacts";
import { unwrap } from "@qinghao/kernel";
import { madeUpPocket } from "@qinghao/testing";
import { describe, expect, test } from "vitest";
import { loadReceptor, readMmcif, readReceptorRecord, writeMmcif, writeReceptorRecord } from "../src/formats/index.ts";
import { boundLigands, openReceptor } from "../src/prepare/index.ts";

const pdb = madeUpPocket();
const { receptor, report, structure } = unwrap(openReceptor(pdb, "pocket.pdb", { drop: ["A:BEN900"] }));

describe("a receptor that is kept", () => {
  test("is read back as it was written, atom by atom", () => {
    expect(unwrap(readReceptorRecord(writeReceptorRecord(receptor)))).toEqual(receptor);
  });

  test("comes out of a store as it went in", async () => {
    const store = createMemoryStore();
    await store.put("kept.json", new TextEncoder().encode(writeReceptorRecord(receptor)));
    await store.put("other.json", new TextEncoder().encode("[]"));
    expect(await loadReceptor(store, "kept.json")).toEqual(receptor);
    await expect(loadReceptor(store, "other.json")).rejects.toMatchObject({ code: "docking.receptor.record" });
  });

  test("is refused where it was changed on the way", () => {
    const record = JSON.parse(writeReceptorRecord(receptor));
    for (const broken of ["", "{", "[]", JSON.stringify({ ...record, kinds: record.kinds.slice(1) })]) {
      expect(readReceptorRecord(broken)).toMatchObject({ ok: false, error: { code: "docking.receptor.record" } });
    }
  });

  test("is the same in mmCIF, with long names of chains and odd names of atoms", () => {
    const odd = {
      ...receptor,
      labels: receptor.labels.map((label, i) =>
        i === 0
          ? { ...label, chain: "AA-2", name: "O5'" }
          : i === 1
            ? { ...label, name: 'H5"', insertion: "B" }
            : label,
      ),
    };
    const { atoms } = unwrap(readMmcif(writeMmcif(odd), "odd"));
    expect(
      atoms.map(({ chain, residue, number, insertion, name }) => ({ chain, residue, number, insertion, name })),
    ).toEqual(odd.labels);
    expect(atoms.map(({ atomicNumber }) => atomicNumber)).toEqual([...odd.elements]);
    atoms.forEach(({ position }, i) => {
      position.forEach((value, axis) => {
        expect(value).toBeCloseTo(odd.positions[3 * i + axis]!, 3);
      });
    });
  });

  test("lets go of the ligand that is named, which is offered with its box", () => {
    expect(report?.hetero).toEqual([{ residue: "A:BEN900", kind: "molecule", isKept: false, heavyAtoms: 9 }]);
    expect(receptor.labels.some(({ residue }) => residue === "BEN")).toBe(false);
    const [ligand, ...others] = boundLigands(structure!);
    expect(others).toEqual([]);
    expect(ligand).toMatchObject({ residue: "A:BEN900", heavyAtoms: 9, box: { size: [22.5, 22.5, 22.5] } });
    // Six bonds of the ring and three of the acid group.
    expect(ligand!.molblock.split("\n")[3]).toMatch(/^ {2}9 {2}9 /);
  });

  test("is refused by the ending of its file", () => {
    expect(openReceptor(pdb, "pocket.docx")).toMatchObject({ ok: false, error: { code: "docking.receptor.format" } });
  });
});
