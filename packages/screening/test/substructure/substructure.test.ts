// Oracle: Python RDKit 2026.09.1, by test/golden/make-substructures.py; structures and patterns written from general knowledge.
import { readFileSync } from "node:fs";
import { matchesQuery, parseSmartsQuery, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { MoleculePacker, packAtomType, unpackAtomType } from "../../src/library/molecule-words.ts";
import { compileMatcher } from "../../src/substructure/matcher.ts";
import { parseSmarts } from "../../src/substructure/parse-smarts.ts";

type Golden = { source: string; molecules: string[]; patterns: { smarts: string; matches: string }[] };
const golden = JSON.parse(readFileSync(new URL("../golden/substructures.json", import.meta.url), "utf8")) as Golden;

const kit = await loadChemKit();
const packer = new MoleculePacker();
for (const smiles of golden.molecules) unwrap(withMolecule(kit, smiles, (mol) => packer.add(mol.graph)));
const { words, offsets, types: packed } = packer.finish();
const types = Array.from({ length: packed.length / 2 }, (_, i) => unpackAtomType(packed[2 * i]!, packed[2 * i + 1]!));
const frequencies = types.map(() => 1);

const toolkitMatches = (smarts: string, smiles: string): boolean => {
  using query = unwrap(parseSmartsQuery(kit, smarts));
  return unwrap(withMolecule(kit, smiles, (mol) => matchesQuery(mol, query) !== null));
};

describe(`a SMARTS matches what ${golden.source} matches`, () => {
  it.each(golden.patterns.map(({ smarts, matches }) => [smarts, matches] as const))("%s", (smarts, matches) => {
    const matcher = compileMatcher(parseSmarts(smarts), types, frequencies);
    golden.molecules.forEach((smiles, i) => {
      const answer = matcher.matches(words, offsets[i]!);
      expect.soft(answer ?? toolkitMatches(smarts, smiles), smiles).toBe(matches[i] === "1");
    });
  });
});

it("leaves to the toolkit what it does not know, and never guesses", () => {
  for (const smarts of ["(C).(N)", "[^2]", "[D{2-3}]", "C->[Fe]", "[z2]", "C1CC", "C(", "[C", "", "[C;]"]) {
    expect(() => parseSmarts(smarts), smarts).toThrow();
  }
});

it("keeps what is asked of an atom", () => {
  for (const type of types) expect(unpackAtomType(...packAtomType(type))).toEqual(type);
});
