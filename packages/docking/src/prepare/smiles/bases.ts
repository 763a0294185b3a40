import type { TitratableGroup } from "./acids.ts";
import type { MoleculeView } from "./molecule-view.ts";

/**
 * pKa of the conjugate acids of basic groups in water, 25 °C, and increments for their surroundings, rounded from
 * measured compounds (ethylamine, piperidine, morpholine, benzylamine, glycinamide, trifluoroethylamine, ...).
 * Source: CRC Handbook of Chemistry and Physics, dissociation constants of organic acids and bases.
 */
const amine = { primary: 10.6, secondary: 11, tertiary: 10.2 } as const;
const onAlpha = {
  phenyl: -1.3,
  vinyl: -1.1,
  alkynyl: -2.5,
  cyano: -5.3,
  carbonyl: -2.5,
  carboxylate: -0.9,
  hetero: -3,
} as const;
const onBeta = {
  fluorine: -1.6,
  halogen: -1.5,
  oxygen: -1.35,
  sulphur: -1.05,
  sulphonyl: -2.7,
  amine: -0.5,
  amide: -1.5,
  aniline: -1.1,
  flat: -0.8,
} as const;
/** Loss of basicity by another charged nitrogen this many bonds away. */
export const chargeAway: Readonly<Record<number, number>> = { 2: -6, 3: -3.5, 4: -1.7, 5: -0.6 };
const amidine = { plain: 12.4, guanidine: 13.6, aryl: -2.8, acyl: -5.5, cyano: -13, oxygen: -7 } as const;
const pyridine = {
  plain: 5.2,
  para: 4,
  ortho: 1.7,
  meta: 0.8,
  alkyl: 0.7,
  halogen: -3,
  carbonyl: -1.8,
  secondNitrogen: -4,
} as const;
const imidazole = { plain: 7, alkyl: 0.6, aryl: -0.8, fused: -1.5, halogen: -3.3, carbonyl: -3.5 } as const;

/** Groups that can gain a proton; a charge on another one is not yet counted in. */
export function findBases(view: MoleculeView): TitratableGroup[] {
  const bases: TitratableGroup[] = [];
  for (let atom = 0; atom < view.graph.atomCount; atom++) {
    if (view.element(atom) !== 7 || view.graph.charge[atom] !== 0) continue;
    const found = view.isAromatic(atom)
      ? aromaticBase(view, atom)
      : view.isSaturated(atom)
        ? aminePka(view, atom)
        : amidinePka(view, atom);
    if (found !== null) bases.push({ group: found[0], atom, pKa: found[1], kind: "base" });
  }
  return bases;
}

type Found = readonly [group: string, pKa: number] | null;

function aminePka(view: MoleculeView, nitrogen: number): Found {
  const alphas = view.neighbours(nitrogen);
  if (alphas.some((alpha) => view.element(alpha) !== 6 || !view.isSaturated(alpha))) return null;
  let sum: number = [9.2, amine.primary, amine.secondary, amine.tertiary][alphas.length] ?? 0;
  const effects = alphas.flatMap((alpha) =>
    view
      .neighbours(alpha)
      .filter((beta) => beta !== nitrogen)
      .map((beta) => alphaEffect(view, nitrogen, alpha, beta)),
  );
  // Beside a carbonyl further groups count half: peptides begin with an amine of pKa 7.3 to 8.2 whatever the residue.
  const damping = effects.includes(onAlpha.carbonyl) ? 0.5 : 1;
  for (const effect of effects) sum += effect === onAlpha.carbonyl ? effect : effect * damping;
  return ["amine", sum];
}

function alphaEffect(view: MoleculeView, nitrogen: number, alpha: number, beta: number): number {
  if (view.element(beta) !== 6) return onAlpha.hetero;
  if (view.isAromatic(beta)) return onAlpha.phenyl;
  if (view.neighbours(beta).some((other) => view.order(beta, other) === 3)) {
    return view.neighbours(beta).some((other) => view.element(other) === 7) ? onAlpha.cyano : onAlpha.alkynyl;
  }
  if (view.hasDouble(beta, 8, 16)) {
    const isAcid = view
      .neighbours(beta)
      .some((other) => view.element(other) === 8 && (view.hydrogens(other) > 0 || view.graph.charge[other] === -1));
    return isAcid ? onAlpha.carboxylate : onAlpha.carbonyl;
  }
  if (!view.isSaturated(beta)) return onAlpha.vinyl;
  return view
    .neighbours(beta)
    .filter((other) => other !== alpha && other !== nitrogen)
    .reduce((sum, other) => sum + betaEffect(view, other), 0);
}

/** Effect of an atom on the second carbon from an amine. */
function betaEffect(view: MoleculeView, atom: number): number {
  switch (view.element(atom)) {
    case 9:
      return onBeta.fluorine;
    case 17:
    case 35:
    case 53:
      return onBeta.halogen;
    case 8:
      return onBeta.oxygen;
    case 16:
      return view.hasDouble(atom, 8) ? onBeta.sulphonyl : onBeta.sulphur;
    case 7: {
      const around = view.neighbours(atom);
      if (around.some((other) => view.hasDouble(other, 8, 16))) return onBeta.amide;
      return around.some((other) => view.isAromatic(other)) ? onBeta.aniline : onBeta.amine;
    }
    default:
      return view.isAromatic(atom) || view.hasDouble(atom, 8) ? onBeta.flat : 0;
  }
}

/** The doubly bonded nitrogen of an amidine or guanidine. */
function amidinePka(view: MoleculeView, nitrogen: number): Found {
  const carbon = view
    .neighbours(nitrogen)
    .find((other) => view.order(nitrogen, other) === 2 && view.element(other) === 6);
  if (carbon === undefined || view.isAromatic(carbon)) return null;
  const nitrogens = view.neighbours(carbon).filter((other) => view.element(other) === 7);
  if (nitrogens.length < 2) return null;
  let sum: number = nitrogens.length > 2 ? amidine.guanidine : amidine.plain;
  for (const member of nitrogens) {
    for (const other of view.neighbours(member)) {
      if (other === carbon) continue;
      if (view.element(other) === 8) sum += amidine.oxygen;
      else if (view.hasDouble(other, 8, 16)) sum += amidine.acyl;
      else if (view.neighbours(other).some((next) => view.order(other, next) === 3)) sum += amidine.cyano;
      else if (view.isAromatic(other)) sum += amidine.aryl;
      else if (view.element(other) === 7) sum += amidine.acyl;
    }
  }
  return ["amidine", sum];
}

function aromaticBase(view: MoleculeView, nitrogen: number): Found {
  if (view.hydrogens(nitrogen) > 0 || view.neighbours(nitrogen).length !== 2) return null;
  const ring = view.graph.rings.find((atoms) => atoms.includes(nitrogen));
  if (ring === undefined) return null;
  return ring.length === 6 ? ["pyridine", pyridinePka(view, nitrogen, ring)] : imidazolePka(view, nitrogen, ring);
}

function substituentsOf(view: MoleculeView, ring: readonly number[], member: number): number[] {
  return view.neighbours(member).filter((other) => !ring.includes(other));
}

function pyridinePka(view: MoleculeView, nitrogen: number, ring: readonly number[]): number {
  let sum: number = pyridine.plain;
  const at = ring.indexOf(nitrogen);
  for (const [index, member] of ring.entries()) {
    if (member === nitrogen) continue;
    const steps = Math.min(Math.abs(index - at), 6 - Math.abs(index - at));
    if (view.element(member) === 7) sum += pyridine.secondNitrogen;
    for (const other of substituentsOf(view, ring, member)) {
      const element = view.element(other);
      if (isAmino(view, other, member)) {
        sum += steps === 3 ? pyridine.para : steps === 1 ? pyridine.ortho : pyridine.meta;
      } else if ([9, 17, 35, 53].includes(element)) sum += pyridine.halogen;
      else if (element === 6 && view.hasDouble(other, 8)) sum += pyridine.carbonyl;
      else if (isPlainAlkyl(view, other, member)) sum += pyridine.alkyl;
    }
  }
  return sum;
}

/** Whether a substituent of a ring is an amino group that pushes its lone pair into the ring. */
const isAmino = (view: MoleculeView, nitrogen: number, member: number): boolean =>
  view.element(nitrogen) === 7 &&
  view.isSaturated(nitrogen) &&
  view
    .neighbours(nitrogen)
    .every((other) => other === member || (view.element(other) === 6 && !view.hasDouble(other, 8, 16)));

/** Whether a saturated carbon has no heteroatom within two further bonds, so that it pushes electrons. */
const isPlainAlkyl = (view: MoleculeView, carbon: number, member: number): boolean =>
  view.element(carbon) === 6 &&
  view.isSaturated(carbon) &&
  view
    .neighbours(carbon)
    .filter((other) => other !== member)
    .every(
      (other) =>
        view.element(other) === 6 &&
        view.neighbours(other).every((next) => next === carbon || view.element(next) === 6),
    );

/** The bare nitrogen of an imidazole; other five-membered rings are too weak to count. */
function imidazolePka(view: MoleculeView, nitrogen: number, ring: readonly number[]): Found {
  const others = ring.filter((atom) => view.element(atom) !== 6 && atom !== nitrogen);
  const [partner, ...more] = others;
  const isImidazole =
    partner !== undefined &&
    more.length === 0 &&
    view.element(partner) === 7 &&
    view.distance(nitrogen, partner, 2) === 2;
  if (!isImidazole) return null;
  let sum: number = imidazole.plain;
  for (const member of ring) {
    for (const other of substituentsOf(view, ring, member)) {
      const element = view.element(other);
      if (member !== partner && view.isAromatic(other))
        sum +=
          view.order(member, other) > 0 && view.graph.atomRings[member]! > 1 ? imidazole.fused / 2 : imidazole.aryl;
      else if ([9, 17, 35, 53].includes(element) || (element === 7 && view.graph.charge[other] === 1))
        sum += imidazole.halogen;
      else if (element === 6 && view.hasDouble(other, 8)) sum += imidazole.carbonyl;
      else if (member !== partner && isPlainAlkyl(view, other, member)) sum += imidazole.alkyl;
    }
  }
  return ["imidazole", sum];
}
