import { angleAt, distance, pointAt } from "../vectors.ts";
import { type Contact, contact, type Ends, isBetween, type Pair } from "./contact.ts";
import { criteria } from "./criteria.ts";
import { hydrogenAngle } from "./hydrogen-angle.ts";
import type { InteractionKind, LigandRole } from "./interaction.ts";
import type { Donor, Halogen, Site } from "./site.ts";

/** Hydrogen bonds in both directions. */
export function hydrogenBonds({ ligand, receptor }: Pair): Contact[] {
  const { reach, leastAngle } = criteria.hydrogenBond;
  const look = (donor: Donor, from: Site, acceptor: number, to: Site): { apart: number; angle: number } | null => {
    const [give, take] = [pointAt(from.positions, donor.atom), pointAt(to.positions, acceptor)];
    const apart = distance(give, take);
    if (apart > reach) return null;
    const angle = hydrogenAngle(donor, give, take);
    return angle < leastAngle ? null : { apart, angle };
  };
  const found: Contact[] = [];
  for (const donor of ligand.donors)
    for (const acceptor of receptor.acceptors) {
      const bond = look(donor, ligand, acceptor, receptor);
      if (bond === null) continue;
      found.push(
        contact("hydrogen-bond", "donor", ends({ ligand, receptor }, donor.atom, acceptor), bond.apart, bond.angle),
      );
    }
  for (const donor of receptor.donors)
    for (const acceptor of ligand.acceptors) {
      const bond = look(donor, receptor, acceptor, ligand);
      if (bond === null) continue;
      found.push(
        contact("hydrogen-bond", "acceptor", ends({ ligand, receptor }, acceptor, donor.atom), bond.apart, bond.angle),
      );
    }
  return found;
}

/** Opposite charges beside one another. */
export function saltBridges(pair: Pair): Contact[] {
  const { reach } = criteria.saltBridge;
  return [
    ...near(pair, pair.ligand.cations, pair.receptor.anions, reach, "salt-bridge", "cation"),
    ...near(pair, pair.ligand.anions, pair.receptor.cations, reach, "salt-bridge", "anion"),
  ];
}

/** Coordination of a metal of the receptor, or by the ligand's own metal. */
export function metalContacts(pair: Pair): Contact[] {
  const { reach } = criteria.metal;
  return [
    ...near(pair, pair.ligand.chelators, pair.receptor.metals, reach, "metal", "chelator"),
    ...near(pair, pair.ligand.metals, pair.receptor.chelators, reach, "metal", "cation"),
  ];
}

/** Apolar atoms beside one another. */
export const hydrophobicContacts = (pair: Pair): Contact[] =>
  near(pair, pair.ligand.hydrophobic, pair.receptor.hydrophobic, criteria.hydrophobic.reach, "hydrophobic", "carbon");

/** A halogen that points at a lone pair. */
export function halogenBonds(pair: Pair): Contact[] {
  const { ligand, receptor } = pair;
  const { reach, atHalogen, atAcceptor } = criteria.halogenBond;
  const angleOf = ({ atom, bearer }: Halogen, from: Site, acceptor: number, to: Site): number | null => {
    const [halogen, taker] = [pointAt(from.positions, atom), pointAt(to.positions, acceptor)];
    if (distance(halogen, taker) > reach) return null;
    const angle = angleAt(pointAt(from.positions, bearer), halogen, taker);
    if (!isBetween(angle, atHalogen)) return null;
    const fits = to
      .heavyNeighbours(acceptor)
      .some((other) => isBetween(angleAt(pointAt(to.positions, other), taker, halogen), atAcceptor));
    return fits ? angle : null;
  };
  const found: Contact[] = [];
  for (const halogen of ligand.halogens)
    for (const acceptor of receptor.halogenAcceptors) {
      const angle = angleOf(halogen, ligand, acceptor, receptor);
      if (angle !== null) found.push(joined(pair, halogen.atom, acceptor, "halogen-bond", "halogen", angle));
    }
  for (const halogen of receptor.halogens)
    for (const acceptor of ligand.halogenAcceptors) {
      const angle = angleOf(halogen, receptor, acceptor, ligand);
      if (angle !== null) found.push(joined(pair, acceptor, halogen.atom, "halogen-bond", "acceptor", angle));
    }
  return found;
}

function near(
  pair: Pair,
  own: readonly number[],
  others: readonly number[],
  reach: number,
  kind: InteractionKind,
  role: LigandRole,
): Contact[] {
  return own.flatMap((atom) =>
    others.map((other) => joined(pair, atom, other, kind, role, null)).filter(({ distance }) => distance <= reach),
  );
}

function joined(
  pair: Pair,
  atom: number,
  other: number,
  kind: InteractionKind,
  role: LigandRole,
  angle: number | null,
) {
  const both = ends(pair, atom, other);
  return contact(kind, role, both, distance(both.ligandPoint, both.receptorPoint), angle);
}

const ends = ({ ligand, receptor }: Pair, ligandAtom: number, receptorAtom: number): Ends => ({
  ligandAtoms: [ligandAtom],
  receptorAtoms: [receptorAtom],
  ligandPoint: pointAt(ligand.positions, ligandAtom),
  receptorPoint: pointAt(receptor.positions, receptorAtom),
});
