import { type ChemKit, type MoleculeGraph, standardise, withMolecule } from "@qinghao/chemistry";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../../errors.ts";
import { neighboursOf } from "../ligand/atom-kinds.ts";
import { equivalenceClasses } from "../ligand/equivalence-classes.ts";
import { type GroupState, groupStates } from "./protonate.ts";
import { chiralityMarks, rewriteSmiles, type SmilesAtom } from "./rewrite-smiles.ts";

export interface StateOptions {
  readonly pH: number;
  /** Groups whose pKa is no further from the pH than this are given in both states. */
  readonly spread: number;
  /** States to give at most, the likeliest first. */
  readonly maximum: number;
}

export const defaultStateOptions: StateOptions = { pH: 7.4, spread: 0, maximum: 4 };

/** One form of a ligand. */
export interface LigandState {
  /** Canonical. */
  readonly smiles: string;
  readonly charge: number;
  readonly groups: readonly GroupState[];
}

/**
 * The forms in which a ligand is met in water at a pH, the likeliest first, from its standardised neutral parent.
 * Errors: those of parsing and standardising a structure; `ligand.protonation`.
 */
export function ligandStates(
  kit: ChemKit,
  text: string,
  options: Partial<StateOptions> = {},
): Result<LigandState[], QinghaoError> {
  const { pH, spread, maximum } = { ...defaultStateOptions, ...options };
  const parent = standardise(kit, text);
  if (!parent.ok) return parent;
  const { smiles } = parent.value;
  const read = withMolecule(kit, smiles, ({ graph }) => graph);
  if (!read.ok) return read;
  const graph = read.value;
  const groups = groupStates(graph, pH);
  const uncertain = groups.filter(({ pKa }) => Math.abs(pKa - pH) <= spread);
  const states: LigandState[] = [];
  for (let choice = 0; choice < 2 ** Math.min(uncertain.length, 6) && states.length < maximum; choice++) {
    const chosen = groups.map((group) => {
      const bit = uncertain.indexOf(group);
      return bit >= 0 && ((choice >> bit) & 1) === 1 ? { ...group, isCharged: !group.isCharged } : group;
    });
    const written = writeState(kit, smiles, graph, chosen);
    if (!written.ok) return written;
    if (!states.some((state) => state.smiles === written.value.smiles)) states.push(written.value);
  }
  return ok(states);
}

function writeState(
  kit: ChemKit,
  smiles: string,
  graph: MoleculeGraph,
  groups: readonly GroupState[],
): Result<LigandState, QinghaoError> {
  const marks = chiralityMarks(smiles);
  if (marks.length !== graph.atomCount) return err(dockingErrors.create("ligand.protonation", { smiles }));
  const changes = new Map<number, SmilesAtom>();
  for (const { atom, kind, isCharged } of groups) {
    if (!isCharged) continue;
    const step = kind === "acid" ? -1 : 1;
    const hydrogens = graph.hCount[atom]! + step;
    changes.set(atom, { charge: graph.charge[atom]! + step, hydrogens, chirality: marks[atom]! });
  }
  const canonical = withMolecule(kit, rewriteSmiles(smiles, changes), (molecule) => ({
    smiles: molecule.smiles,
    charge: molecule.graph.charge.reduce((sum, charge) => sum + charge, 0),
  }));
  return canonical.ok ? ok({ ...canonical.value, groups }) : canonical;
}

/**
 * Writes out the stereoisomers that a SMILES leaves open at its tetrahedral carbons; one that has none is given alone.
 * Equal ones, such as meso forms, are given once. Open double bonds stay open.
 * Errors: those of parsing a structure.
 */
export function enumerateStereo(kit: ChemKit, smiles: string, maximum = 8): Result<string[], QinghaoError> {
  const read = withMolecule(kit, smiles, (molecule) => ({ graph: molecule.graph, smiles: molecule.smiles }));
  if (!read.ok) return read;
  const again = withMolecule(kit, read.value.smiles, ({ graph }) => graph);
  if (!again.ok) return again;
  const graph = again.value;
  const open = openCentres(graph);
  const found = new Set<string>();
  for (let choice = 0; choice < 2 ** Math.min(open.length, 10) && found.size < maximum; choice++) {
    const changes = new Map(
      open.map((atom, bit): [number, SmilesAtom] => [
        atom,
        { charge: graph.charge[atom]!, hydrogens: graph.hCount[atom]!, chirality: (choice >> bit) & 1 ? "@" : "@@" },
      ]),
    );
    const written = withMolecule(kit, rewriteSmiles(read.value.smiles, changes), (molecule) => molecule.smiles);
    if (!written.ok) return written;
    found.add(written.value);
  }
  return ok([...found]);
}

/** Carbons with four different neighbours and no mark. */
function openCentres(graph: MoleculeGraph): number[] {
  const classes = equivalenceClasses(graph);
  return [...graph.atomicNumber.keys()].filter((atom) => {
    const others = [...neighboursOf(graph, atom)];
    const isTetrahedral = graph.atomicNumber[atom] === 6 && others.length + graph.implicitH[atom]! === 4;
    const areDifferent = new Set(others.map((other) => classes[other])).size === others.length;
    return isTetrahedral && graph.implicitH[atom]! < 2 && areDifferent && graph.chirality[atom] === 0;
  });
}
