import { type Residue, residueLabel } from "../../formats/structure.ts";
import type { ReceptorReport, ReceptorSelection } from "../../schema.ts";
import type { BondShape } from "../hydrogens/place-hydrogens.ts";
import { judgeAtom } from "./judge-atom.ts";
import { modelPka, type ResidueState } from "./protonation.ts";
import type { ReceptorAtoms } from "./receptor-atoms.ts";
import { isAminoAcid, type ResidueTemplate, residueTemplate } from "./residue-templates.ts";

/** What an atom bears and does. */
export interface AtomRole {
  readonly hydrogens: number;
  readonly shape: BondShape;
  readonly acceptor: boolean;
}

export interface Roles {
  /** Role of each atom; that of a hydrogen means nothing. */
  readonly of: readonly AtomRole[];
  readonly report: Pick<ReceptorReport, "missingAtoms" | "gaps" | "judged" | "protonation">;
}

const none: AtomRole = { hydrogens: 0, shape: "tetrahedral", acceptor: false };
/** States that a residue of the file may be in, by the name it is written under. */
const statesOf: Readonly<Record<string, readonly string[]>> = {
  HIS: ["HIE", "HID", "HIP"],
  ASP: ["ASP", "ASH"],
  GLU: ["GLU", "GLH"],
  CYS: ["CYS", "CYX"],
  LYS: ["LYS", "LYN"],
  TYR: ["TYR", "TYM"],
};

/**
 * Says of each atom how many hydrogens it should bear and whether it takes a hydrogen bond: by template and state where
 * the residue has one, by geometry elsewhere. A residue whose polar hydrogens the file holds is taken as the file has it.
 */
export function assignRoles(
  receptor: ReceptorAtoms,
  states: ReadonlyMap<number, ResidueState>,
  selection: ReceptorSelection,
): Roles {
  const of = receptor.atoms.map(() => none);
  const report: Roles["report"] = { missingAtoms: [], gaps: [], judged: [], protonation: [] };
  const ends = chainEnds(receptor, report);
  let next = 0;
  for (const [r, residue] of receptor.residues.entries()) {
    const own = residue.atoms.map((_, k) => next + k);
    next += own.length;
    const label = residueLabel(residue);
    const inFile = stateInFile(receptor, own, residue);
    const decided = inFile ?? states.get(r) ?? null;
    const template = residueTemplate(decided?.state ?? residue.residue);
    if (decided !== null) report.protonation.push({ residue: label, state: decided.state, reason: decided.reason });
    if (template === undefined) {
      if (own.length > 1) report.judged.push(label);
      for (const atom of own) of[atom] = judgeAtom(receptor, atom);
      continue;
    }
    const missing = template.atoms.filter(({ name }) => receptor.find(r, name) < 0 && !optional.has(name));
    if (missing.length > 0) report.missingAtoms.push({ residue: label, atoms: missing.map(({ name }) => name) });
    for (const atom of own) {
      const planned = plannedRole(receptor, atom, template, decided?.proton, selection.pH);
      const role = receptor.atoms[atom]!.name === "N" && ends.amino.has(r) ? aminoEnd(residue, selection.pH) : planned;
      of[atom] = inFile === null ? role : { ...role, hydrogens: hydrogensInFile(receptor, atom) };
    }
  }
  return { of, report };
}

/** Atoms that a residue may lack without being damaged: a phosphate's at the end of a strand. */
const optional = new Set(["P", "OP1", "OP2"]);

function plannedRole(
  receptor: ReceptorAtoms,
  atom: number,
  template: ResidueTemplate,
  proton: string | undefined,
  pH: number,
): AtomRole {
  const { name, atomicNumber } = receptor.atoms[atom]!;
  if (atomicNumber === 1) return none;
  if (name === "OXT") return { hydrogens: pH < modelPka.carboxyl ? 1 : 0, shape: "planar", acceptor: true };
  const planned = template.atoms.find((candidate) => candidate.name === name);
  if (planned === undefined) return judgeAtom(receptor, atom);
  if (proton === undefined || atomicNumber !== 8 || name === "O") return planned;
  return { ...planned, hydrogens: name === proton ? 1 : 0 };
}

const aminoEnd = ({ residue }: Residue, pH: number): AtomRole => {
  const isCharged = pH < modelPka.amino;
  const hydrogens = (isCharged ? 3 : 2) - (residue === "PRO" || residue === "HYP" ? 1 : 0);
  return { hydrogens, shape: "tetrahedral", acceptor: !isCharged };
};

/** Residues whose nitrogen begins a chain, and places where a chain is broken. */
function chainEnds(receptor: ReceptorAtoms, report: Roles["report"]): { amino: Set<number> } {
  const amino = new Set<number>();
  const last = new Map<string, number>();
  for (const [r, residue] of receptor.residues.entries()) {
    const nitrogen = receptor.find(r, "N");
    if (!isAminoAcid(residue.residue) || nitrogen < 0) continue;
    const before = last.get(residue.chain);
    last.set(residue.chain, r);
    const isBonded = receptor.neighbours[nitrogen]!.some(
      (other) => receptor.residueOf[other] !== r && receptor.atoms[other]!.atomicNumber === 6,
    );
    if (isBonded) continue;
    if (before === undefined) amino.add(r);
    else report.gaps.push({ before: residueLabel(receptor.residues[before]!), after: residueLabel(residue) });
  }
  return { amino };
}

const hydrogensInFile = (receptor: ReceptorAtoms, atom: number): number =>
  receptor.neighbours[atom]!.filter((other) => receptor.atoms[other]!.atomicNumber === 1).length;

/** The state that a residue's own polar hydrogens show; null where the file has none of them. */
function stateInFile(receptor: ReceptorAtoms, own: readonly number[], residue: Residue): ResidueState | null {
  const polar = own.filter((atom) => [7, 8, 16].includes(receptor.atoms[atom]!.atomicNumber));
  const borne = new Map(polar.map((atom) => [receptor.atoms[atom]!.name, hydrogensInFile(receptor, atom)]));
  if ([...borne.values()].every((count) => count === 0)) return null;
  const candidates = statesOf[residue.residue] ?? [residue.residue];
  const deviation = (state: string): number =>
    (residueTemplate(state)?.atoms ?? [])
      .filter(({ name }) => name !== "N" && borne.has(name))
      .reduce((sum, { name, hydrogens }) => sum + Math.abs(hydrogens - borne.get(name)!), 0);
  const [first = residue.residue, ...others] = candidates;
  const state = others.reduce((best, other) => (deviation(other) < deviation(best) ? other : best), first);
  return { state, reason: "in_file" };
}
