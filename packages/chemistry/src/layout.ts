import type { Mol } from "@rdkit/rdkit";
import type { ChemKit } from "./kit.ts";

/** Atoms closer than this share of a bond cannot be told apart in a drawing. */
const CROWDED = 0.45;

/**
 * Gives a molecule without coordinates a flat layout. RDKit's own comes first; where it puts atoms on one another, as in
 * bridged peroxides such as artemisinin, CoordGen's (Schrödinger, in RDKit) replaces it if it is less crowded.
 */
export function layOut(kit: ChemKit, handle: Mol): void {
  if (handle.has_coords() !== 0) return;
  kit.attempt(() => {
    handle.set_new_coords(false);
    const usual = crowding(handle);
    if (usual >= CROWDED) return;
    handle.set_new_coords(true);
    if (crowding(handle) <= usual) handle.set_new_coords(false);
  });
}

type Json = { molecules: [{ bonds: { atoms: [number, number] }[]; conformers?: [{ coords: [number, number][] }] }] };

/** Smallest distance of two atoms, in median bond lengths; 1 where no two atoms can be compared. */
function crowding(handle: Mol): number {
  const [molecule] = (JSON.parse(handle.get_json()) as Json).molecules;
  const places = molecule.conformers?.[0].coords ?? [];
  const distance = (a: number, b: number) => {
    const [ax, ay] = places[a]!;
    const [bx, by] = places[b]!;
    return Math.hypot(ax - bx, ay - by);
  };
  const bonds = molecule.bonds.map(({ atoms: [a, b] }) => distance(a, b)).sort((x, y) => x - y);
  const bond = bonds[bonds.length >> 1];
  if (bond === undefined || bond === 0) return 1;
  let least = bond;
  for (let a = 1; a < places.length; a++) for (let b = 0; b < a; b++) least = Math.min(least, distance(a, b));
  return least / bond;
}

/** Sets the chiral flag of a V2000 molblock: the wedges mean this enantiomer, not a racemate. */
export function markAbsolute(molblock: string): string {
  const lines = molblock.split("\n");
  const counts = lines[3];
  if (counts === undefined || !counts.endsWith("V2000")) return molblock;
  lines[3] = `${counts.slice(0, 12)}  1${counts.slice(15)}`;
  return lines.join("\n");
}
