import { unwrap } from "@qinghao/kernel";
import { expect, it } from "vitest";
import { spatialGraph, withMolecule } from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";

const kit = await loadChemKit();
const graphOf = (structure: string) => unwrap(withMolecule(kit, structure, spatialGraph))!;

it("adds every hydrogen after the atoms of the input and frees its copy", () => {
  const graph = graphOf("C[NH3+]");
  expect([...graph.atomicNumber]).toEqual([6, 7, 1, 1, 1, 1, 1, 1]);
  expect([...graph.degree]).toEqual([4, 4, 1, 1, 1, 1, 1, 1]);
  expect([...graph.implicitH].every((count) => count === 0)).toBe(true);
  expect(kit.liveHandles()).toBe(0);
});

it.each([
  ["C/C=C/C", [{ bond: 1, begin: 0, end: 3, isCis: false }]],
  ["C/C=C\\C", [{ bond: 1, begin: 0, end: 3, isCis: true }]],
  ["CC=CC", []],
])("knows the double bond of %s", (smiles, doubleBonds) => {
  expect(graphOf(smiles).doubleBonds).toEqual(doubleBonds);
});

it("keeps the turn of a centre when its hydrogen becomes its last neighbour", () => {
  // Alanine's hydrogen is the fourth neighbour, and the mirror image turns the other way.
  const [left, right] = ["C[C@H](N)C(=O)O", "C[C@@H](N)C(=O)O"].map(graphOf);
  const last = left!.neighbours[left!.offsets[2]! - 1]!;
  expect(left!.atomicNumber[last]).toBe(1);
  expect([left!.chirality[1], right!.chirality[1]].sort()).toEqual([1, 2]);
});
