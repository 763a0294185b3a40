import { heavyAtoms, type PoseMolecule } from "../pose-molecule.ts";
import type { Surroundings } from "../surroundings.ts";
import { pointAt } from "../vectors.ts";
import { halogenBonds, hydrogenBonds, hydrophobicContacts, metalContacts, saltBridges } from "./atom-contacts.ts";
import type { Pair } from "./contact.ts";
import { type Interaction, interactionKinds, residueKey } from "./interaction.ts";
import { ligandSite } from "./ligand-site.ts";
import { receptorSite } from "./receptor-site.ts";
import { piCations, stackedRings } from "./ring-contacts.ts";
import type { Site } from "./site.ts";

const finders = [hydrogenBonds, saltBridges, stackedRings, piCations, halogenBonds, metalContacts, hydrophobicContacts];

/** No contact reaches further than this from an atom of the ligand to an atom of the receptor, Å. */
const REACH = 8;

/** Finds the contacts of many poses with one receptor. */
export class InteractionFinder {
  readonly #surroundings: Surroundings;
  readonly #site: Site;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#site = receptorSite(surroundings);
  }

  /** Every contact of a pose, by kind, then residue, then distance. Geometric criteria: `criteria.ts`. */
  find(pose: PoseMolecule): Interaction[] {
    const ligand = ligandSite(pose);
    const pair: Pair = { ligand, receptor: this.#near(pose) };
    const { labels } = this.#surroundings;
    return finders
      .flatMap((find) => find(pair))
      .map(({ kind, role, ...rest }): Interaction => {
        const { chain, residue, number, insertion } = labels[rest.receptorAtoms[0]!]!;
        return { kind, role, residue: { chain, residue, number, insertion }, ...rest };
      })
      .sort(byKindAndPlace);
  }

  /** The part of the receptor near a pose. */
  #near(pose: PoseMolecule): Site {
    const places = heavyAtoms(pose.graph).map((atom) => pointAt(pose.positions, atom));
    const near = new Set(this.#surroundings.heavy.withinAny(places, REACH));
    const isNear = (atom: number) => near.has(atom);
    const all = this.#site;
    return {
      ...all,
      donors: all.donors.filter(({ atom }) => isNear(atom)),
      acceptors: all.acceptors.filter(isNear),
      cations: all.cations.filter(isNear),
      anions: all.anions.filter(isNear),
      rings: all.rings.filter(({ atoms }) => atoms.some(isNear)),
      hydrophobic: all.hydrophobic.filter(isNear),
      halogens: all.halogens.filter(({ atom }) => isNear(atom)),
      halogenAcceptors: all.halogenAcceptors.filter(isNear),
      metals: all.metals.filter(isNear),
      chelators: all.chelators.filter(isNear),
    };
  }
}

function byKindAndPlace(a: Interaction, b: Interaction): number {
  return (
    interactionKinds.indexOf(a.kind) - interactionKinds.indexOf(b.kind) ||
    a.residue.chain.localeCompare(b.residue.chain, "en") ||
    a.residue.number - b.residue.number ||
    residueKey(a.residue).localeCompare(residueKey(b.residue), "en") ||
    a.role.localeCompare(b.role, "en") ||
    a.distance - b.distance
  );
}

/**
 * A pose as the set of its contacts: one word per residue, kind and role, for example `A:ASP381 hydrogen-bond donor`. Of
 * several contacts alike, one counts.
 */
export function interactionFingerprint(interactions: readonly Interaction[]): ReadonlySet<string> {
  return new Set(interactions.map(({ residue, kind, role }) => `${residueKey(residue)} ${kind} ${role}`));
}

/** Tanimoto coefficient of two fingerprints; 1 for two empty ones. */
export function fingerprintSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** The shortest contact of each residue, kind and role, with the same ligand atoms for all but hydrophobic ones. */
export function mainInteractions(interactions: readonly Interaction[]): Interaction[] {
  const best = new Map<string, Interaction>();
  for (const interaction of interactions) {
    const { residue, kind, role, ligandAtoms, distance } = interaction;
    const place = kind === "hydrophobic" || kind === "salt-bridge" ? "" : ligandAtoms.join();
    const key = `${residueKey(residue)} ${kind} ${role} ${place}`;
    const known = best.get(key);
    if (known === undefined || distance < known.distance) best.set(key, interaction);
  }
  return [...best.values()];
}
