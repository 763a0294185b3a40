import { type ChemKit, withMolecule } from "@qinghao/chemistry";
import { ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { chiralityMarks, rewriteSmiles, type SmilesAtom } from "./rewrite-smiles.ts";

/**
 * The places that the hydrogen of an azole can take: imidazoles, pyrazoles, triazoles, tetrazoles and what is fused to
 * them, the drawn form first. Other tautomers are taken as drawn.
 * @param smiles without explicit hydrogens
 * @param maximum forms to give at most
 * Errors: those of parsing a structure.
 */
export function azoleTautomers(kit: ChemKit, smiles: string, maximum: number): Result<string[], QinghaoError> {
  const drawn = withMolecule(kit, smiles, (molecule) => molecule.smiles);
  if (!drawn.ok) return drawn;
  const read = withMolecule(kit, drawn.value, ({ graph }) => graph);
  if (!read.ok) return read;
  const graph = read.value;
  const forms = [drawn.value];
  if (chiralityMarks(drawn.value).length !== graph.atomCount) return ok(forms);
  const isBare = (atom: number): boolean => graph.hCount[atom] === 0 && graph.degree[atom] === 2;
  for (const ring of graph.rings) {
    const nitrogens = ring.filter(
      (atom) => graph.atomicNumber[atom] === 7 && graph.aromatic[atom] === 1 && graph.charge[atom] === 0,
    );
    const bearer = nitrogens.find((atom) => graph.hCount[atom] === 1);
    if (ring.length !== 5 || bearer === undefined) continue;
    for (const other of nitrogens.filter(isBare)) {
      if (forms.length >= maximum) return ok(forms);
      const changes = new Map<number, SmilesAtom>([
        [bearer, { charge: 0, hydrogens: 0, chirality: "" }],
        [other, { charge: 0, hydrogens: 1, chirality: "" }],
      ]);
      const moved = withMolecule(kit, rewriteSmiles(drawn.value, changes), (molecule) => molecule.smiles);
      if (moved.ok && !forms.includes(moved.value)) forms.push(moved.value);
    }
  }
  return ok(forms);
}
