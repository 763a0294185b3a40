import { type ChemKit, type MoleculeGraph, withMolecule } from "@qinghao/chemistry";
import { ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { hydrogenShifts, type Shift } from "./hydrogen-shifts.ts";
import { viewMolecule } from "./molecule-view.ts";

/** Forms that are looked at before the best are chosen. */
const mostForms = 64;
/** As `bondOrder` of a graph says it. */
const aromaticBond = 4;

/**
 * Tautomers of a molecule that may be met in water, the drawn one first, then those with more carbonyl groups: hydrogens of
 * azoles, lactams and lactims in aromatic rings and their sulfur kin, amidines and guanidines, enols of 1,3-dicarbonyl
 * compounds. A form with fewer aromatic bonds, or a shift that would undo a specified centre or carbon double bond, is left out.
 * Source: Elguero, Marzin, Katritzky & Linda 1976, The Tautomerism of Heterocycles, ISBN 978-0-12-020651-3.
 * @param smiles without explicit hydrogens
 * @param maximum forms to give at most
 * Errors: those of parsing a structure.
 */
export function tautomers(kit: ChemKit, smiles: string, maximum: number): Result<string[], QinghaoError> {
  const drawn = openForm(kit, smiles);
  if (!drawn.ok) return drawn;
  if (maximum < 2) return ok([drawn.value.smiles]);
  // The sides of an imine are no other tautomer.
  const keyOf = ({ smiles: written }: Form) => written.replace(/[\\/]/g, "");
  const forms = new Map([[keyOf(drawn.value), drawn.value]]);
  // The map grows while it is walked: forms of forms are found too.
  for (const form of forms.values()) {
    for (const shift of hydrogenShifts(viewMolecule(form.graph))) {
      if (forms.size === mostForms) break;
      const next = applyShift(kit, form, shift);
      if (next === null || next.aromaticBonds < drawn.value.aromaticBonds || forms.has(keyOf(next))) continue;
      forms.set(keyOf(next), next);
    }
  }
  const [, ...others] = forms.values();
  others.sort((a, b) => b.carbonyls - a.carbonyls || (a.smiles < b.smiles ? -1 : 1));
  return ok([drawn.value, ...others].slice(0, maximum).map((form) => form.smiles));
}

interface Form {
  readonly smiles: string;
  /** The molecule as RDKit writes it down, in the order of the graph. */
  readonly json: string;
  readonly graph: MoleculeGraph;
  readonly aromaticBonds: number;
  readonly carbonyls: number;
}

const openForm = (kit: ChemKit, text: string): Result<Form, QinghaoError> =>
  withMolecule(kit, text, ({ smiles, graph, handle }) => {
    const view = viewMolecule(graph);
    const isCarbonyl = (atom: number) => view.element(atom) === 8 && view.hasDouble(atom, 6);
    return {
      smiles,
      json: handle.get_json(),
      graph,
      aromaticBonds: graph.bondOrder.filter((order) => order === aromaticBond).length,
      carbonyls: [...graph.atomicNumber.keys()].filter(isCarbonyl).length,
    };
  });

interface RdkitMolecule {
  readonly atoms: { impHs?: number }[];
  readonly bonds: { readonly atoms: readonly [number, number]; bo?: number; stereo?: string; stereoAtoms?: number[] }[];
  extensions?: unknown;
}

/** The molecule after a shift; null where its new form is no valid structure or breaks a rule. */
function applyShift(kit: ChemKit, { json, graph }: Form, { donor, acceptor, path, isAllowed }: Shift): Form | null {
  const document = JSON.parse(json) as { readonly molecules: [RdkitMolecule] };
  const [molecule] = document.molecules;
  // What RDKit had found about rings and aromatic bonds no longer holds.
  delete molecule.extensions;
  molecule.atoms[donor]!.impHs = (molecule.atoms[donor]!.impHs ?? 0) - 1;
  molecule.atoms[acceptor]!.impHs = (molecule.atoms[acceptor]!.impHs ?? 0) + 1;
  for (const [step, to] of path.slice(1).entries()) {
    const from = path[step]!;
    const bond = molecule.bonds.find(({ atoms }) => atoms.includes(from) && atoms.includes(to))!;
    const isMarked = bond.stereo !== undefined && bond.stereo !== "unspecified";
    if (isMarked && bond.atoms.every((atom) => graph.atomicNumber[atom] === 6)) return null;
    // Of an imine, which turns over by the shift itself.
    delete bond.stereo;
    delete bond.stereoAtoms;
    bond.bo = bond.bo === 2 ? 1 : 2;
  }
  // Before the canonical order is made, atoms are still those of the shift.
  const allowed = withMolecule(kit, JSON.stringify(document), (after) =>
    isAllowed(viewMolecule(after.graph)) ? after.smiles : null,
  );
  if (!allowed.ok || allowed.value === null) return null;
  const form = openForm(kit, allowed.value);
  return form.ok ? form.value : null;
}
