import { expect, it } from "vitest";
import { notScored } from "../../src/index.ts";
import { torsionTree } from "../../src/search/torsion-tree.ts";
import { chain } from "./artificial-complex.ts";

it("puts the root in the middle and the parent before its children", () => {
  const tree = torsionTree(chain());
  expect(tree.map(({ parent }) => parent)).toEqual([-1, 0, 0, 0]);
  expect(tree[0]!.atoms).toEqual([3, 4, 5]);
  expect(tree.map(({ from, to }) => [from, to])).toEqual([
    [-1, -1],
    [3, 2],
    [4, 6],
    [5, 9],
  ]);
});

it("makes a rotor that moves only hydrogens one body with its parent", () => {
  const ligand = chain();
  const kinds = ligand.kinds.slice();
  kinds[10] = notScored;
  kinds[11] = notScored;
  const tree = torsionTree({ ...ligand, kinds });
  expect(tree).toHaveLength(3);
  expect(tree.find(({ atoms }) => atoms.includes(9))!.atoms).toEqual([3, 4, 5, 9, 10, 11, 12]);
});

it("keeps a rotor whose own atoms stay but that carries a turning part", () => {
  const ligand = chain();
  const kinds = ligand.kinds.slice();
  for (const atom of [4, 5]) kinds[atom] = notScored;
  expect(torsionTree({ ...ligand, kinds })).toHaveLength(4);
});
