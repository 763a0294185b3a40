// The table is the specification: groups and their charge near pH 7, from general knowledge of medicinal chemistry.
import { spatialGraph, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { colourFeatures, colourKinds } from "../../src/shape/colour-features.ts";

let kit: Awaited<ReturnType<typeof loadChemKit>>;
beforeAll(async () => {
  kit = await loadChemKit();
});

/** Atoms of each colour, by the number of the atom in the SMILES. */
const table: readonly [
  name: string,
  smiles: string,
  expected: Partial<Record<(typeof colourKinds)[number], number[][]>>,
][] = [
  [
    "a carboxylic acid is an anion of two acceptors",
    "CCC(=O)O",
    { anion: [[3, 4]], acceptor: [[3], [4]], hydrophobe: [[0, 1]] },
  ],
  ["an alkylamine is a charged donor", "CCN", { cation: [[2]], donor: [[2]], hydrophobe: [[0]] }],
  ["a tertiary amine too", "CN(C)C", { cation: [[1]], donor: [[1]] }],
  ["an aniline is a donor without charge", "Nc1ccccc1", { donor: [[0]], ring: [[1, 2, 3, 4, 5, 6]] }],
  ["an amide gives by nitrogen and takes by oxygen", "CC(=O)NC", { donor: [[3]], acceptor: [[2]], hydrophobe: [[0]] }],
  ["an ester takes by its carbonyl only", "CC(=O)OC", { acceptor: [[2]], hydrophobe: [[0]] }],
  ["an alcohol does both", "CO", { donor: [[1]], acceptor: [[1]] }],
  [
    "pyridine takes, pyrrole gives",
    "c1ccncc1.c1cc[nH]c1",
    {
      acceptor: [[3]],
      donor: [[9]],
      ring: [
        [0, 1, 2, 3, 4, 5],
        [6, 7, 8, 9, 10],
      ],
    },
  ],
  ["a guanidine is one cation", "CNC(=N)N", { cation: [[1, 2, 3, 4]], donor: [[1], [3], [4]], acceptor: [[3]] }],
  [
    "an acylated guanidine is none",
    "CC(=O)NC(=N)N",
    { donor: [[3], [5], [6]], acceptor: [[2], [5]], hydrophobe: [[0]] },
  ],
  ["a quaternary nitrogen is a cation", "C[N+](C)(C)C", { cation: [[1]] }],
  ["a nitro group has no charge of its own", "C[N+](=O)[O-]", { acceptor: [[2], [3]] }],
  [
    "a tetrazole is an anion",
    "c1nnn[nH]1",
    { anion: [[1, 2, 3, 4]], acceptor: [[1], [2], [3]], donor: [[4]], ring: [[0, 1, 2, 3, 4]] },
  ],
  ["a sulfonic acid is an anion of three oxygens", "CS(=O)(=O)O", { anion: [[2, 3, 4]], acceptor: [[2], [3], [4]] }],
  [
    "a trifluoromethyl and a chlorine are hydrophobic",
    "FC(F)(F)c1ccccc1Cl",
    { hydrophobe: [[0, 1, 2, 3], [10]], ring: [[4, 5, 6, 7, 8, 9]] },
  ],
  [
    "a long chain has several centres",
    "CCCCCCCC",
    {
      hydrophobe: [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
      ],
    },
  ],
  ["a nitrile takes", "CC#N", { acceptor: [[2]], hydrophobe: [[0]] }],
];

describe("colours", () => {
  it.each(table)("%s", (_, smiles, expected) => {
    const features = unwrap(withMolecule(kit, smiles, (mol) => colourFeatures(spatialGraph(mol)!)));
    const found = Object.fromEntries(
      colourKinds.flatMap((kind) => {
        const of = features.filter((one) => one.kind === kind).map(({ atoms }) => atoms.toSorted((a, b) => a - b));
        return of.length > 0 ? [[kind, of.sort((a, b) => a[0]! - b[0]!)]] : [];
      }),
    );
    expect(found).toEqual(expected);
  });

  it("are the same whether hydrogens are atoms or not", () => {
    for (const [, smiles] of table) {
      const { bare, full } = unwrap(
        withMolecule(kit, smiles, (mol) => ({
          bare: colourFeatures(mol.graph),
          full: colourFeatures(spatialGraph(mol)!),
        })),
      );
      expect(full).toEqual(bare);
    }
  });
});
