import { isMetal } from "../../formats/elements.ts";
import { residueLabel } from "../../formats/structure.ts";
import { angleBetween, minus, plus, unit, type Vector } from "../../poses/vectors.ts";
import type { ProtonationReason, ReceptorSelection } from "../../schema.ts";
import type { ReceptorAtoms } from "./receptor-atoms.ts";

/** State of a residue and, of an acid, which oxygen bears the proton where it is not the template's. */
export interface ResidueState {
  readonly state: string;
  readonly reason: ProtonationReason;
  readonly proton?: string;
}

/**
 * pKa of side chains and ends in unfolded peptides, 25 °C.
 * Source: Thurlkill et al. 2006, doi 10.1110/ps.051840806; arginine: Fitch et al. 2015, doi 10.1002/pro.2647.
 */
export const modelPka = {
  ASP: 3.67,
  GLU: 4.25,
  HIS: 6.54,
  CYS: 8.55,
  TYR: 9.84,
  LYS: 10.4,
  ARG: 13.8,
  amino: 8.0,
  carboxyl: 3.67,
};

const acids: Readonly<Record<string, { protonated: string; oxygens: readonly [string, string] }>> = {
  ASP: { protonated: "ASH", oxygens: ["OD1", "OD2"] },
  GLU: { protonated: "GLH", oxygens: ["OE1", "OE2"] },
};
/** Other residues: state above the pKa. */
const deprotonated: Readonly<Record<string, string>> = { CYS: "CYM", TYR: "TYM", LYS: "LYN" };
const disulphideAngstrom = 2.5;
const metalAngstrom = 3;
const sharedProtonAngstrom = 3;

/**
 * Decides each titratable residue by rule: by hand first; cysteines by disulphides and metals; histidines by metals and by
 * which of their nitrogens has something to give a hydrogen to; of two acids whose oxygens touch one gets a proton; all
 * else by comparing the pH with the model pKa.
 * @returns states by residue index, only of residues that can take several
 */
export function decideStates(receptor: ReceptorAtoms, selection: ReceptorSelection): Map<number, ResidueState> {
  const states = new Map<number, ResidueState>();
  for (const [r, residue] of receptor.residues.entries()) {
    const byHand = selection.states[residueLabel(residue)];
    const state =
      byHand === undefined ? stateOf(receptor, r, selection.pH) : { state: byHand, reason: "by_hand" as const };
    if (state !== null) states.set(r, state);
  }
  shareProtons(receptor, states);
  return states;
}

function stateOf(receptor: ReceptorAtoms, r: number, pH: number): ResidueState | null {
  const name = receptor.residues[r]!.residue;
  const acid = acids[name];
  if (acid !== undefined) return { state: pH < modelPka[name as "ASP" | "GLU"] ? acid.protonated : name, reason: "ph" };
  if (name === "HIS") return histidineState(receptor, r, pH);
  const without = deprotonated[name];
  if (without === undefined) return null;
  const special = name === "CYS" ? cysteineState(receptor, r) : null;
  return special ?? { state: pH < modelPka[name as "CYS" | "TYR" | "LYS"] ? name : without, reason: "ph" };
}

function cysteineState(receptor: ReceptorAtoms, r: number): ResidueState | null {
  const sulphur = receptor.find(r, "SG");
  if (sulphur < 0) return null;
  for (const { atom, distance } of receptor.around(sulphur)) {
    const { atomicNumber } = receptor.atoms[atom]!;
    if (atomicNumber === 16 && distance < disulphideAngstrom) return { state: "CYX", reason: "disulphide" };
    if (isMetal(atomicNumber) && distance < metalAngstrom) return { state: "CYM", reason: "metal" };
  }
  return null;
}

function histidineState(receptor: ReceptorAtoms, r: number, pH: number): ResidueState {
  const delta = nitrogenNeed(receptor, receptor.find(r, "ND1"));
  const epsilon = nitrogenNeed(receptor, receptor.find(r, "NE2"));
  if (delta.hasMetal || epsilon.hasMetal) return { state: delta.hasMetal ? "HIE" : "HID", reason: "metal" };
  if (pH < modelPka.HIS) return { state: "HIP", reason: "ph" };
  const isHeldByBoth = delta.need > 0.5 && epsilon.need > 0.5 && (delta.hasAcid || epsilon.hasAcid);
  if (isHeldByBoth) return { state: "HIP", reason: "hydrogen_bonds" };
  if (delta.need === epsilon.need) return { state: "HIE", reason: "ph" };
  return { state: delta.need > epsilon.need ? "HID" : "HIE", reason: "hydrogen_bonds" };
}

/** How much the surroundings of a ring nitrogen ask for a hydrogen on it (positive) or for its lone pair (negative). */
function nitrogenNeed(
  receptor: ReceptorAtoms,
  nitrogen: number,
): { need: number; hasMetal: boolean; hasAcid: boolean } {
  const found = { need: 0, hasMetal: false, hasAcid: false };
  if (nitrogen < 0) return found;
  for (const { atom, distance } of receptor.around(nitrogen)) {
    const { atomicNumber } = receptor.atoms[atom]!;
    if (isMetal(atomicNumber) && distance < metalAngstrom) found.hasMetal = true;
    if (distance < 2.2 || distance > 3.5 || offAxis(receptor, nitrogen, atom) > 50) continue;
    const strength = Math.min(1, (3.5 - distance) / 0.5);
    const role = roleOf(receptor, atom);
    if (role === "acid") found.hasAcid = true;
    found.need += strength * { acid: 1.5, acceptor: 1, either: 0.1, donor: -1, none: 0 }[role];
  }
  return found;
}

/** Angle between the direction in which a ring nitrogen's hydrogen points and another atom, degrees. */
function offAxis(receptor: ReceptorAtoms, nitrogen: number, other: number): number {
  const at = receptor.atoms[nitrogen]!.position;
  const bonds = receptor.neighbours[nitrogen]!.filter((atom) => receptor.atoms[atom]!.atomicNumber > 1);
  const inward = bonds.reduce<Vector>(
    (sum, atom) => plus(sum, unit(minus(receptor.atoms[atom]!.position, at))),
    [0, 0, 0],
  );
  return 180 - angleBetween(inward, minus(receptor.atoms[other]!.position, at));
}

type Role = "acid" | "acceptor" | "either" | "donor" | "none";

/** What an atom can do for a hydrogen bond, from its residue and name. */
function roleOf(receptor: ReceptorAtoms, atom: number): Role {
  const { atomicNumber, name } = receptor.atoms[atom]!;
  const residue = receptor.residues[receptor.residueOf[atom]!]!.residue;
  if (atomicNumber === 8) {
    if (acids[residue]?.oxygens.includes(name) || name === "OXT") return "acid";
    if (["OG", "OG1", "OH"].includes(name) || residue === "HOH") return "either";
    return "acceptor";
  }
  if (atomicNumber !== 7) return "none";
  return residue === "HIS" && name !== "N" ? "either" : "donor";
}

/** Two carboxylates do not touch without a proton between them: the one that fewer donors look at gets it. */
function shareProtons(receptor: ReceptorAtoms, states: Map<number, ResidueState>): void {
  for (const [r, residue] of receptor.residues.entries()) {
    const acid = acids[residue.residue];
    if (acid === undefined || states.get(r)?.state !== residue.residue) continue;
    for (const oxygen of acid.oxygens) {
      const atom = receptor.find(r, oxygen);
      const partner =
        atom < 0 ? undefined : receptor.around(atom).find((near) => isBareAcid(receptor, states, near.atom));
      if (partner === undefined || partner.distance > sharedProtonAngstrom) continue;
      const other = receptor.residueOf[partner.atom]!;
      const chosen = donorsAround(receptor, r) <= donorsAround(receptor, other) ? atom : partner.atom;
      const bearer = receptor.residueOf[chosen]!;
      const { residue: name } = receptor.residues[bearer]!;
      const proton = receptor.atoms[chosen]!.name;
      states.set(bearer, { state: acids[name]!.protonated, reason: "shared_proton", proton });
      break;
    }
  }
}

function isBareAcid(receptor: ReceptorAtoms, states: Map<number, ResidueState>, atom: number): boolean {
  const r = receptor.residueOf[atom]!;
  const name = receptor.residues[r]!.residue;
  return acids[name]?.oxygens.includes(receptor.atoms[atom]!.name) === true && states.get(r)?.state === name;
}

function donorsAround(receptor: ReceptorAtoms, r: number): number {
  const oxygens = acids[receptor.residues[r]!.residue]!.oxygens.map((name) => receptor.find(r, name));
  return oxygens
    .filter((atom) => atom >= 0)
    .flatMap((atom) => receptor.around(atom))
    .filter(({ atom, distance }) => distance < 3.5 && roleOf(receptor, atom) === "donor").length;
}
