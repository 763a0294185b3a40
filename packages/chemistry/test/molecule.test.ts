import { beforeAll, describe, expect, it } from "vitest";
import {
  type ChemKit,
  conformer3d,
  containsBits,
  depictSvg,
  descriptors,
  type MolView,
  matchesQuery,
  morganCounts,
  parseQuery,
  patternFingerprint,
  standardise,
  withMolecule,
  withStandardMolecule,
} from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";

let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

describe("withMolecule", () => {
  const invalid: [string, string, string][] = [
    ["", "structure.empty", "There is no structure in this row."],
    ["C1CC", "structure.ring_open", "A ring closure is opened and never closed."],
    ["CC(C", "structure.parenthesis", "The parentheses do not match."],
    ["CN(C)(C)(C)C", "structure.valence", "Atom 2 (N) has 5 bonds, more than it can have."],
    ["c1cccc1", "structure.aromaticity", "(atoms 1, 2, 3, 4, 5)"],
    ["CCX", "structure.syntax_at", "position 3: CCX"],
    ["C".repeat(5000), "structure.too_large", "The molecule has about 5000 atoms; the limit is 999."],
    ["\n\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n", "structure.molblock", "This molblock cannot be read"],
  ];
  for (const [text, code, sentence] of invalid) {
    it(`says why ${JSON.stringify(text.slice(0, 20))} is no molecule: ${code}`, () => {
      const result = withMolecule(kit, text, () => true);
      expect(!result.ok && result.error.code).toBe(`chemistry.${code}`);
      expect(!result.ok && result.error.user.en).toContain(sentence);
      expect(!result.ok && result.error.user.zh).toMatch(/[\u4e00-\u9fff]/);
    });
  }

  it("frees the molecule when its user throws, and refuses later use", () => {
    let leaked: MolView | null = null;
    expect(() =>
      withMolecule(kit, "CCO", (mol) => {
        leaked = mol;
        throw new Error("user");
      }),
    ).toThrow("user");
    expect(kit.liveHandles()).toBe(0);
    expect(() => leaked!.smiles).toThrow("after its withMolecule call");
  });

  it("survives molecules at the atom limit, and what overflows the stack beyond it", () => {
    for (const text of [
      "C".repeat(999),
      `${"C(".repeat(400)}C${")C".repeat(400)}`,
      `${"N[C@@H](C)C(=O)".repeat(166)}O`,
    ]) {
      const result = withMolecule(kit, text, (mol) => [
        mol.smiles.length,
        mol.inchikey.length,
        descriptors(mol).length,
      ]);
      expect(result).toMatchObject({ ok: true });
    }
    expect(kit.attempt((rdkit) => rdkit.get_mol("C".repeat(200_000))?.get_smiles() ?? null)).toBeNull();
    expect(withMolecule(kit, "OCC", (mol) => mol.smiles)).toEqual({ ok: true, value: "CCO" });
  });

  it("leaks nothing over 10,000 molecules", () => {
    const texts = [
      "CC(=O)Oc1ccccc1C(=O)[O-].[Na+]",
      "CS(=O)c1ccccc1",
      "C1CC",
      "Cc1ccc(cc1)-c1cc(nn1-c1ccc(cc1)S(N)(=O)=O)C(F)(F)F",
    ];
    const use = (rounds: number) => {
      for (let i = 0; i < rounds; i++) {
        withStandardMolecule(kit, texts[i % texts.length]!, (mol) => [
          i % 10 === 0 ? mol.inchikey : mol.smiles,
          descriptors(mol),
          morganCounts(mol, { radius: 2, bits: 2048 }),
        ]);
      }
    };
    use(2000);
    const before = process.memoryUsage().rss;
    use(10_000);
    expect(kit.liveHandles()).toBe(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20);
  });
});

describe("standardise", () => {
  const cases: [input: string, parent: string, changes: string[]][] = [
    ["CCO", "CCO", []],
    ["C[N+](=O)[O-]", "C[N+](=O)[O-]", []],
    ["CN(=O)=O", "C[N+](=O)[O-]", []],
    ["CC(=O)O[Na]", "CC(=O)O", ["metal", "fragment", "neutralised"]],
    ["CS(C)=O", "C[S+](C)[O-]", ["group"]],
    ["C[S+2]([O-])([O-])C", "CS(C)(=O)=O", ["group"]],
    ["[NH3+]CC(=O)[O-]", "NCC(=O)O", ["neutralised"]],
    ["C[N+](C)(C)CC(=O)[O-]", "C[N+](C)(C)CC(=O)[O-]", []],
    ["C[N+](C)(C)CC(=O)O.[OH-]", "C[N+](C)(C)CC(=O)O", ["fragment"]],
    ["F[P-](F)(F)(F)(F)F.CC[NH3+]", "CCN", ["fragment", "neutralised"]],
    [
      "C=C[C@H]1C[N@@]2CC[C@H]1C[C@H]2[C@H](O)c1ccnc2ccc(OC)cc12.Cl",
      "C=C[C@H]1C[N@@]2CC[C@H]1C[C@H]2[C@H](O)c1ccnc2ccc(OC)cc12",
      ["fragment"],
    ],
    ["[2H]C([2H])([2H])[NH3+].[Cl-]", "[2H]C([2H])([2H])N", ["fragment", "neutralised"]],
    ["F/C=C/C[NH3+]", "NC/C=C/F", ["neutralised"]],
  ];
  for (const [input, parent, changes] of cases) {
    it(`${input} is ${parent}`, () => {
      const result = standardise(kit, input);
      expect(result).toMatchObject({ ok: true, value: { smiles: parent, changes, inputSmiles: input } });
      expect(standardise(kit, parent), "its own parent").toMatchObject({ ok: true, value: { smiles: parent } });
    });
  }

  it("does not register what names no single compound", () => {
    expect(standardise(kit, "*CC")).toMatchObject({ ok: false, error: { code: "chemistry.structure.incomplete" } });
  });

  it("reads molblocks", () => {
    const molblock = withMolecule(kit, "C[C@H](N)C(=O)[O-].[Na+]", (mol) => mol.molblock);
    expect(standardise(kit, molblock.ok ? molblock.value : "")).toMatchObject({
      ok: true,
      value: { smiles: "C[C@H](N)C(=O)O" },
    });
  });
});

describe("queries", () => {
  const cases: [query: string, target: string, atoms: number[] | null][] = [
    ["c1ccccc1", "Cc1ccccc1", [1, 2, 3, 4, 5, 6]],
    ["C1=CC=CC=C1", "Cc1ccccc1", [1, 2, 3, 4, 5, 6]],
    ["[#6]-[OX2H]", "CCO", [1, 2]],
    ["[N;H2]", "CNC", null],
    ["C(=O)O", "CCO", null],
    ["[OH]", "CCO", [2]],
    ["[#6]S(=O)(=O)[#6]", "CS(=O)(=O)c1ccccc1", [0, 1, 2, 3, 4]],
    ["c1ccc2[nH]ccc2c1", "CC1=CNC2=CC=CC=C12", [7, 6, 5, 4, 3, 2, 1, 9, 8]],
  ];
  for (const [query, target, atoms] of cases) {
    it(`${query} in ${target}`, () => {
      const parsed = parseQuery(kit, query);
      if (!parsed.ok) throw parsed.error;
      using held = parsed.value;
      withMolecule(kit, target, (mol) => {
        expect(matchesQuery(mol, held)?.atoms ?? null).toEqual(atoms);
        if (atoms !== null) expect(containsBits(patternFingerprint(mol), held.fingerprint)).toBe(true);
      });
    });
  }

  it("explains an unreadable query", () => {
    expect(parseQuery(kit, "C1CC(")).toMatchObject({ ok: false, error: { code: "chemistry.query.invalid" } });
    expect(kit.liveHandles()).toBe(0);
  });
});

describe("depictSvg", () => {
  const size = { width: 200, height: 150 };
  const draw = (text: string, options: object = {}) => {
    const result = depictSvg(kit, text, { ...size, theme: "light", ...options });
    if (!result.ok) throw result.error;
    return result.value;
  };

  it("is transparent, sized, and in the colours of the theme", () => {
    const light = draw("CCO");
    expect(light).toMatch(/^<svg [\s\S]*viewBox='0 0 200 150'/);
    expect(light).not.toContain("<rect");
    expect(light).toContain("#C81E1E");
    expect(draw("CCO", { theme: "dark" })).toContain("#FF8F87");
    expect(draw("CCO", { theme: "print" })).not.toContain("#C81E1E");
  });

  it("marks atoms and colours them", () => {
    expect(draw("CCO", { atomColours: { 0: [1, 0.6, 0.2] } })).toContain("<ellipse");
    expect(draw("CCO", { highlightAtoms: [0, 1] })).toContain("#BFE3D0");
  });

  it("aligns to a template and keeps the bond length", () => {
    const ends = (svg: string) =>
      /class='bond-0[^>]*d='M ([\d.]+),([\d.]+) L ([\d.]+),([\d.]+)/.exec(svg)!.slice(1).map(Number);
    const length = ([x1, y1, x2, y2]: number[]) => Math.hypot(x2! - x1!, y2! - y1!);
    expect(length(ends(draw("CCC", { bondLength: 25 })))).toBeCloseTo(25, 0);
    const [, y1, , y2] = ends(draw("OCCc1ccncc1", { alignTo: "C1CCCCC1" }));
    expect(Number.isFinite(y1! + y2!)).toBe(true);
  });
});

describe("conformer3d", () => {
  it("gives the same 3D structure with hydrogens for the same seed", async () => {
    const first = await conformer3d("C[C@H](N)C(=O)O", { seed: 7 });
    const again = await conformer3d("C[C@H](N)C(=O)O", { seed: 7 });
    if (!first.ok) throw first.error;
    expect(again).toEqual(first);
    expect(first.value.method).toMatch(/^OpenChemLib 9\.25\.0, MMFF94s\+$/);
    expect(Number.isFinite(first.value.energyKcalPerMol)).toBe(true);
    expect(first.value.molblock).toMatch(/^ {1,2}13 {1,2}12 /m);
    expect(withMolecule(kit, first.value.molblock, (mol) => mol.smiles)).toEqual({
      ok: true,
      value: "C[C@H](N)C(=O)O",
    });
  });

  it("refuses what is no molecule", async () => {
    expect(await conformer3d("not a smiles", { seed: 1 })).toMatchObject({ ok: false });
    expect(await conformer3d("", { seed: 1 })).toMatchObject({
      ok: false,
      error: { code: "chemistry.structure.empty" },
    });
  });
});
