import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../../errors.ts";
import { isMetal } from "../../formats/elements.ts";
import type { Structure } from "../../formats/structure.ts";
import type { DockingReceptor, ReceptorAtom } from "../../model.ts";
import { type ReceptorChoice, type ReceptorReport, receptorSelectionSchema } from "../../schema.ts";
import { kindOf } from "../../scoring/kinds.ts";
import { assignRoles, type Roles } from "./atom-roles.ts";
import { chooseResidues } from "./choose-residues.ts";
import { decideStates } from "./protonation.ts";
import { indexAtoms, type ReceptorAtoms } from "./receptor-atoms.ts";
import { addHydrogens, type NewHydrogen } from "./receptor-hydrogens.ts";
import { residueTemplate } from "./residue-templates.ts";

/** A receptor ready for docking, and what was found and decided on the way. */
export interface PreparedReceptor {
  readonly receptor: DockingReceptor;
  readonly report: ReceptorReport;
}

/**
 * Makes a receptor of a structure: chains, waters and other residues as chosen, one place per atom, protonation by rule
 * at the pH, hydrogens added. Missing atoms and gaps are reported, not filled.
 * @param ligand 3 x atoms, Å, of the ligand whose place is docked to; a copy of it in the structure is left out
 * Errors: `receptor.empty`, `receptor.unknown_chain`, `receptor.unknown_state`.
 */
export function prepareReceptor(
  structure: Structure,
  choice: ReceptorChoice = {},
  ligand: Float64Array | null = null,
): Result<PreparedReceptor, QinghaoError> {
  const selection = receptorSelectionSchema.parse(choice);
  const chains = [...new Set(structure.atoms.map(({ chain }) => chain))];
  const unknown = selection.chains?.find((chain) => !chains.includes(chain));
  if (unknown !== undefined) {
    return err(dockingErrors.create("receptor.unknown_chain", { chain: unknown, chains: chains.join(", ") }));
  }
  const strange = Object.entries(selection.states).find(([, state]) => residueTemplate(state) === undefined);
  if (strange !== undefined) {
    return err(dockingErrors.create("receptor.unknown_state", { residue: strange[0], state: strange[1] }));
  }
  const chosen = chooseResidues(structure, selection, ligand);
  if (chosen.residues.length === 0) return err(dockingErrors.create("receptor.empty"));
  const atoms = indexAtoms(chosen.residues);
  const roles = assignRoles(atoms, decideStates(atoms, selection), selection);
  const added = addHydrogens(atoms, roles.of, selection.hydrogens);
  const kept = [...atoms.atoms.keys()].filter((atom) => selection.hydrogens === "all" || !isPlainHydrogen(atoms, atom));
  const receptor = assemble(structure.name, atoms, roles, kept, added);
  const heavyAtoms = receptor.elements.reduce((count, z) => count + (z > 1 ? 1 : 0), 0);
  const counts = { heavyAtoms, hydrogens: receptor.atoms - heavyAtoms };
  return ok({ receptor, report: { ...chosen.report, ...roles.report, ...counts } });
}

const isPlainHydrogen = ({ atoms, neighbours }: ReceptorAtoms, atom: number): boolean =>
  atoms[atom]!.atomicNumber === 1 &&
  !neighbours[atom]!.some((other) => [7, 8, 16].includes(atoms[other]!.atomicNumber));

function assemble(
  name: string,
  atoms: ReceptorAtoms,
  roles: Roles,
  kept: readonly number[],
  added: readonly NewHydrogen[],
): DockingReceptor {
  const addedTo = new Map<number, NewHydrogen[]>();
  for (const hydrogen of added) addedTo.set(hydrogen.bearer, [...(addedTo.get(hydrogen.bearer) ?? []), hydrogen]);
  const rows = kept.flatMap((atom) => {
    const { chain, residue, number, insertion, name: own, atomicNumber, position } = atoms.atoms[atom]!;
    const label: ReceptorAtom = { chain, residue, number, insertion, name: own };
    const heavy = { label, atomicNumber, position, kind: kindOfAtom(atoms, roles, atom) };
    const hydrogens = (addedTo.get(atom) ?? []).map((hydrogen) => ({
      label: { ...label, name: hydrogen.name },
      atomicNumber: 1,
      position: hydrogen.position,
      kind: kindOf({ atomicNumber: 1, acceptor: false, donor: false, besideHeteroatom: false }),
    }));
    return [heavy, ...hydrogens];
  });
  return {
    name,
    atoms: rows.length,
    elements: Uint8Array.from(rows, ({ atomicNumber }) => atomicNumber),
    kinds: Uint8Array.from(rows, ({ kind }) => kind),
    positions: Float64Array.from(rows.flatMap(({ position }) => position)),
    labels: rows.map(({ label }) => label),
  };
}

const kindOfAtom = ({ atoms, neighbours }: ReceptorAtoms, roles: Roles, atom: number): number =>
  kindOf({
    atomicNumber: atoms[atom]!.atomicNumber,
    acceptor: roles.of[atom]!.acceptor,
    donor: roles.of[atom]!.hydrogens > 0,
    besideHeteroatom: neighbours[atom]!.some(
      (other) => ![1, 6].includes(atoms[other]!.atomicNumber) && !isMetal(atoms[other]!.atomicNumber),
    ),
  });
