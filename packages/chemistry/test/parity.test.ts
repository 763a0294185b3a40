import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type ChemKit,
  type DescriptorName,
  descriptorNames,
  descriptors,
  morganCounts,
  morganFingerprint,
  rdkitDescriptors,
  standardise,
  tanimoto,
  withMolecule,
} from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";
import { librarySample, stagedFile } from "./library.ts";

const sample = librarySample(300);
const reference = stagedFile("reference/rdkit_2022_09_3/descriptors_and_alerts.csv.gz");
const pairs = stagedFile("reference/rdkit_2022_09_3/similarity_pairs.csv");
let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

describe.skipIf(sample === null)("on a sample of the library", () => {
  it("the graph's descriptors are RDKit's", () => {
    for (const smiles of sample!) {
      withMolecule(kit, smiles, (mol) => {
        const ours = descriptors(mol);
        for (const [i, theirs] of rdkitDescriptors(mol).entries()) {
          const tolerance = 1e-6 * Math.max(1, Math.abs(theirs));
          if (!(Math.abs(ours[i]! - theirs) <= tolerance))
            expect.soft(ours[i], `${descriptorNames[i]} of ${smiles}`).toBe(theirs);
        }
      });
    }
  });

  it("the bits with a Morgan count are RDKit's", () => {
    for (const radius of [1, 2, 3]) {
      for (const smiles of sample!) {
        withMolecule(kit, smiles, (mol) => {
          const bits = new Uint8Array(256);
          for (const index of morganCounts(mol, { radius, bits: 2048 }).index) bits[index >> 3]! |= 1 << (index & 7);
          expect(Buffer.from(bits).equals(morganFingerprint(mol, { radius, bits: 2048 })), smiles).toBe(true);
        });
      }
    }
  });

  it("a parent is its own parent", () => {
    for (const smiles of sample!) {
      const parent = standardise(kit, smiles);
      if (!parent.ok) continue;
      const again = standardise(kit, parent.value.smiles);
      expect(again.ok && again.value.smiles, smiles).toBe(parent.value.smiles);
    }
  });
});

// RDKit 2022.09.3 wrote these; the release used here may differ in a few molecules whose aromaticity it sees otherwise.
describe.skipIf(reference === null || pairs === null)("against RDKit 2022.09.3", () => {
  const columns: [column: string, name: DescriptorName][] = [
    ["mol_wt", "amw"],
    ["exact_mass", "exactmw"],
    ["heavy_atoms", "NumHeavyAtoms"],
    ["crippen_logp", "CrippenClogP"],
    ["crippen_mr", "CrippenMR"],
    ["tpsa", "tpsa"],
    ["hbd_lipinski_nhoh", "lipinskiHBD"],
    ["hba_lipinski_no", "lipinskiHBA"],
    ["num_h_donors", "NumHBD"],
    ["rotatable_bonds", "NumRotatableBonds"],
    ["ring_count", "NumRings"],
    ["aromatic_rings", "NumAromaticRings"],
    ["fraction_csp3", "FractionCSP3"],
  ];
  const rows = () => parse(reference!, { columns: true }) as Record<string, string>[];

  it("the descriptors agree in at least 99.5 % of molecules", () => {
    const different = new Map<string, number>();
    const all = rows();
    for (const row of all) {
      withMolecule(kit, row.input_smiles!, (mol) => {
        const values = descriptors(mol);
        for (const [column, name] of columns) {
          const theirs = Number(row[column]);
          const same = Math.abs(values[descriptorNames.indexOf(name)]! - theirs) <= 2e-3;
          if (!same) different.set(name, (different.get(name) ?? 0) + 1);
        }
      });
    }
    expect(all.length).toBe(2000);
    for (const [, name] of columns) expect.soft(different.get(name) ?? 0, name).toBeLessThanOrEqual(10);
  });

  it("the Morgan similarities agree in at least 99.5 % of pairs", () => {
    const bits = new Map<string, Uint8Array[]>();
    for (const row of rows()) {
      withMolecule(kit, row.input_smiles!, (mol) =>
        bits.set(
          row.id!,
          [2, 3].map((radius) => morganFingerprint(mol, { radius, bits: 2048 })),
        ),
      );
    }
    const all = parse(pairs!, { columns: true }) as Record<string, string>[];
    const wrong = all.filter((pair) => {
      const a = bits.get(pair.query_id!)!;
      const b = bits.get(pair.target_id!)!;
      const differs = (k: number, column: string) => Math.abs(tanimoto(a[k]!, b[k]!) - Number(pair[column])) > 1e-4;
      return differs(0, "tanimoto_morgan2_2048") || differs(1, "tanimoto_morgan3_2048");
    });
    expect(wrong.length).toBeLessThanOrEqual(all.length * 0.005);
  });
});
