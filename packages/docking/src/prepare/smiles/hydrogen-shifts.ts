import type { MoleculeView } from "./molecule-view.ts";

/** A hydrogen that goes from one atom to another, along bonds that are single and double in turn and change places. */
export interface Shift {
  readonly donor: number;
  readonly acceptor: number;
  /** Atoms from the donor to the acceptor. */
  readonly path: readonly number[];
  /** Whether the form that it makes is one that is met; asked of the molecule after the shift, atoms in the same order. */
  readonly isAllowed: (after: MoleculeView) => boolean;
}

const [carbon, nitrogen, oxygen, sulfur] = [6, 7, 8, 16];
/** Bonds of a path at most. */
const longestPath = 8;

/** The shifts of a molecule that are worth a look. */
export function hydrogenShifts(view: MoleculeView): Shift[] {
  const atoms = Array.from({ length: view.graph.atomCount }, (_, atom) => atom);
  return atoms
    .filter((atom) => isDonor(view, atom))
    .flatMap((donor) =>
      pathsFrom(view, [donor]).map((path): Shift => {
        const acceptor = path.at(-1)!;
        return { donor, acceptor, path, isAllowed: (after) => isMet(view, after, donor, acceptor) };
      }),
    );
}

const isHetero = (view: MoleculeView, atom: number): boolean =>
  [nitrogen, oxygen, sulfur].includes(view.element(atom)) && view.graph.charge[atom] === 0;

const isDonor = (view: MoleculeView, atom: number): boolean =>
  view.hydrogens(atom) > 0 && (isHetero(view, atom) || isBetweenCarbonyls(view, atom));

/** A saturated carbon without a mark between two carbonyl groups, one of them of a ketone or aldehyde. */
function isBetweenCarbonyls(view: MoleculeView, atom: number): boolean {
  if (view.element(atom) !== carbon || !view.isSaturated(atom) || view.graph.chirality[atom] !== 0) return false;
  const carbonyls = view
    .neighbours(atom)
    .filter((other) => view.hasDouble(other, oxygen) && view.element(other) === carbon);
  return carbonyls.length > 1 && carbonyls.some((other) => isOfKetone(view, other));
}

/** Whether a carbonyl's carbon has but carbon beside its oxygen. */
const isOfKetone = (view: MoleculeView, atom: number): boolean =>
  view.neighbours(atom).every((next) => view.element(next) === carbon || view.order(atom, next) === 2);

const isKetoneOxygen = (view: MoleculeView, atom: number): boolean => isOfKetone(view, view.neighbours(atom)[0]!);

/** Ways that end with a double bond to an atom that can take the hydrogen. */
function pathsFrom(view: MoleculeView, path: readonly number[]): number[][] {
  const last = path.at(-1)!;
  const isDoubleNext = path.length % 2 === 0;
  return view.neighbours(last).flatMap((next) => {
    if (path.includes(next) || view.order(last, next) !== (isDoubleNext ? 2 : 1)) return [];
    const longer = [...path, next];
    const ends = isDoubleNext && (isHetero(view, next) || view.element(next) === carbon) ? [longer] : [];
    const isBridge = [carbon, nitrogen].includes(view.element(next)) && view.graph.charge[next] === 0;
    return isBridge && path.length < longestPath ? [...ends, ...pathsFrom(view, longer)] : ends;
  });
}

/** Whether what a shift makes is met in water to a share that matters. */
function isMet(before: MoleculeView, after: MoleculeView, donor: number, acceptor: number): boolean {
  // An enol becomes a ketone where the carbon then stands between two carbonyl groups, and the other way round.
  if (before.element(acceptor) === carbon)
    return before.element(donor) === oxygen && isBetweenCarbonyls(after, acceptor);
  if (before.element(donor) === carbon) return before.element(acceptor) === oxygen && isKetoneOxygen(before, acceptor);
  return makesNoImine(before, after, donor) && makesNoAcid(before, after, acceptor);
}

/** An amino group of an aromatic ring, or an amide's nitrogen on it, stays what it is: no imine hangs on the ring. */
function makesNoImine(before: MoleculeView, after: MoleculeView, donor: number): boolean {
  if (before.element(donor) !== nitrogen || after.isAromatic(donor)) return true;
  return !after.neighbours(donor).some((other) => after.order(donor, other) === 2 && after.isAromatic(other));
}

/** An oxygen or sulfur takes a hydrogen where its carbon is then part of an aromatic ring, or was a ketone's. */
function makesNoAcid(before: MoleculeView, after: MoleculeView, acceptor: number): boolean {
  if (before.element(acceptor) === nitrogen) return true;
  const [bearer] = after.neighbours(acceptor);
  return bearer !== undefined && (after.isAromatic(bearer) || isOfKetone(before, bearer));
}
