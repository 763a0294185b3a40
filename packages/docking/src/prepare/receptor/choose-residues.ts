import { isMetal } from "../../formats/elements.ts";
import { type Residue, residueLabel, residuesOf, type Structure, type StructureAtom } from "../../formats/structure.ts";
import type { ReceptorReport, ReceptorSelection } from "../../schema.ts";
import { moleculeRole } from "./molecule-roles.ts";
import { isAminoAcid, isNucleotide, isWater } from "./residue-templates.ts";

/** The residues that become the receptor, each atom at one place, and what was decided about them. */
export interface ChosenResidues {
  readonly residues: readonly Residue[];
  readonly report: Pick<ReceptorReport, "chains" | "hetero" | "alternates">;
}

type HeteroKind = ReceptorReport["hetero"][number]["kind"];

/** A molecule of the structure that lies this close to a given ligand is the ligand itself, Å. */
const sameAtomAngstrom = 1.5;

/**
 * Picks residues by chain and kind, and one of each atom's alternate locations: of a residue the one with the highest
 * occupancy.
 * @param ligand 3 x atoms, Å, of the ligand whose place is docked to: a copy of it in the structure is left out
 */
export function chooseResidues(
  structure: Structure,
  selection: ReceptorSelection,
  ligand: Float64Array | null,
): ChosenResidues {
  const alternates: ReceptorReport["alternates"] = [];
  const hetero: ReceptorReport["hetero"] = [];
  const chains = new Map<string, number>();
  const residues: Residue[] = [];
  for (const site of sitesOf(structure.atoms)) {
    const { residue, choice } = onePlace(site);
    if (selection.chains !== undefined && !selection.chains.includes(residue.chain)) continue;
    const label = residueLabel(residue);
    const kind = heteroKind(residue);
    const isDropped = selection.drop.includes(label);
    const isKept = !isDropped && (kind === null || isHeteroKept(residue, kind, selection, ligand));
    if (kind !== null) {
      const heavyAtoms = residue.atoms.filter(({ atomicNumber }) => atomicNumber > 1).length;
      hetero.push({ residue: label, kind, isKept, heavyAtoms });
    }
    if (!isKept) continue;
    if (choice !== null) alternates.push({ residue: label, ...choice });
    if (kind === null || kind === "nonstandard") chains.set(residue.chain, (chains.get(residue.chain) ?? 0) + 1);
    residues.push(residue);
  }
  return {
    residues,
    report: { alternates, hetero, chains: [...chains].map(([chain, count]) => ({ chain, residues: count })) },
  };
}

/** Atoms of one place in the sequence; alternates of another residue type stand with it. */
function sitesOf(atoms: readonly StructureAtom[]): StructureAtom[][] {
  const sites = new Map<string, StructureAtom[]>();
  for (const residue of residuesOf(atoms)) {
    const isAlternate = residue.atoms.every(({ alternate }) => alternate !== "");
    const place = [residue.chain, residue.number, residue.insertion].join("|");
    const key = isAlternate ? place : `${place}|${residue.residue}`;
    sites.set(key, [...(sites.get(key) ?? []), ...residue.atoms]);
  }
  return [...sites.values()];
}

function onePlace(site: StructureAtom[]): { residue: Residue; choice: { chosen: string; left: string[] } | null } {
  const occupancy = new Map<string, number>();
  for (const atom of site) {
    if (atom.alternate !== "") {
      occupancy.set(atom.alternate, (occupancy.get(atom.alternate) ?? 0) + atom.occupancy);
    }
  }
  const ranked = [...occupancy].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([mark]) => mark);
  const [chosen, ...left] = ranked;
  const kept = site.filter(({ alternate }) => alternate === "" || alternate === chosen);
  const { chain, residue, number, insertion } = kept[0]!;
  // Two copies of an atom without marks would bond to each other.
  const atoms = [...new Map(kept.map((atom) => [atom.name, atom])).values()];
  const isChoice = chosen !== undefined && left.length > 0;
  return { residue: { chain, residue, number, insertion, atoms }, choice: isChoice ? { chosen, left } : null };
}

/** What a residue is beside a polymer's; null for a known part of one. */
function heteroKind({ residue, atoms }: Residue): HeteroKind | null {
  if (isWater(residue)) return "water";
  if (isAminoAcid(residue) || isNucleotide(residue)) return null;
  const names = new Set(atoms.map(({ name }) => name));
  if (["N", "CA", "C"].every((name) => names.has(name))) return "nonstandard";
  return atoms.filter(({ atomicNumber }) => atomicNumber > 1).length === 1 ? "ion" : "molecule";
}

function isHeteroKept(
  residue: Residue,
  kind: HeteroKind,
  selection: ReceptorSelection,
  ligand: Float64Array | null,
): boolean {
  const label = residueLabel(residue);
  if (selection.keepHetero?.includes(label)) return true;
  if (kind === "water") return selection.waters === "keep";
  if (kind === "ion") return residue.atoms.some(({ atomicNumber }) => isMetal(atomicNumber) || atomicNumber === 17);
  if (ligand !== null && isCopyOf(residue, ligand)) return false;
  if (kind === "nonstandard") return true;
  return selection.keepHetero === undefined && moleculeRole(residue.residue) !== "additive";
}

function isCopyOf({ atoms }: Residue, ligand: Float64Array): boolean {
  const heavy = atoms.filter(({ atomicNumber }) => atomicNumber > 1);
  const shared = heavy.filter(({ position }) => nearest(position, ligand) < sameAtomAngstrom);
  return shared.length > heavy.length / 2;
}

function nearest([x, y, z]: readonly [number, number, number], points: Float64Array): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < points.length; i += 3) {
    best = Math.min(best, Math.hypot(points[i]! - x, points[i + 1]! - y, points[i + 2]! - z));
  }
  return best;
}
