import type { MoleculeView } from "./molecule-view.ts";

/** A group that loses or gains a proton. */
export interface TitratableGroup {
  readonly group: string;
  /** Atom that bears the charge of the ionised form. */
  readonly atom: number;
  readonly pKa: number;
  readonly kind: "acid" | "base";
}

/**
 * pKa of acidic groups in water, 25 °C, and of substituents' effects on them, rounded from measured compounds.
 * Source: CRC Handbook of Chemistry and Physics, dissociation constants of organic acids and bases and of inorganic acids.
 */
const pKa = {
  carboxylic: 4.3,
  sulphonic: -1,
  sulphinic: 2,
  phosphoric: 1.8,
  phosphoricSecond: 7,
  thiol: 10.4,
  thiophenol: 6.6,
  phenol: 9.9,
  nitroOnPhenol: -2.8,
  nitroAcross: -1.6,
  halogenOnPhenol: -1,
  hydroxamic: 8.9,
  tetrazole: 4.9,
  acylSulphonamide: 4.5,
  heteroarylSulphonamide: 6.5,
  sulphonamide: 10,
  thiazolidinedione: 6.7,
  imide: 9.6,
} as const;

/** Groups that can lose a proton. */
export function findAcids(view: MoleculeView): TitratableGroup[] {
  const acids: TitratableGroup[] = [];
  const phosphorus = new Map<number, number>();
  for (let atom = 0; atom < view.graph.atomCount; atom++) {
    if (view.hydrogens(atom) === 0 || view.graph.charge[atom] !== 0) continue;
    const found = view.element(atom) === 7 ? nitrogenAcid(view, atom) : chalcogenAcid(view, atom);
    if (found === null) continue;
    const [group, value] = found;
    if (group !== "phosphoric") acids.push({ group, atom, pKa: value, kind: "acid" });
    else {
      const centre = view.neighbours(atom)[0]!;
      const before = phosphorus.get(centre) ?? countCharged(view, centre);
      phosphorus.set(centre, before + 1);
      const own = before === 0 ? pKa.phosphoric : before === 1 ? pKa.phosphoricSecond : 12;
      acids.push({ group, atom, pKa: own, kind: "acid" });
    }
  }
  return acids;
}

const countCharged = (view: MoleculeView, atom: number): number =>
  view.neighbours(atom).filter((other) => view.graph.charge[other] === -1).length;

type Found = readonly [group: string, pKa: number] | null;

function chalcogenAcid(view: MoleculeView, atom: number): Found {
  const element = view.element(atom);
  const [bearer] = view.neighbours(atom);
  if ((element !== 8 && element !== 16) || bearer === undefined) return null;
  const isOn = view.element(bearer);
  if (element === 16) {
    if (isOn !== 6) return null;
    return view.isAromatic(bearer) ? ["thiophenol", pKa.thiophenol] : ["thiol", pKa.thiol];
  }
  if (isOn === 6 && view.hasDouble(bearer, 8, 16)) return ["carboxylic", pKa.carboxylic];
  if (isOn === 6 && view.isAromatic(bearer)) return ["phenol", phenolPka(view, bearer)];
  if (isOn === 15) return ["phosphoric", pKa.phosphoric];
  if (isOn === 16) {
    const oxides = view.neighbours(bearer).filter((other) => view.order(bearer, other) === 2).length;
    return oxides > 1 ? ["sulphonic", pKa.sulphonic] : ["sulphinic", pKa.sulphinic];
  }
  const isHydroxamic = isOn === 7 && view.neighbours(bearer).some((other) => view.hasDouble(other, 8));
  return isHydroxamic ? ["hydroxamic", pKa.hydroxamic] : null;
}

/** A phenol is the stronger for nitro groups and halogens on its ring. */
function phenolPka(view: MoleculeView, carbon: number): number {
  const ring = view.graph.rings.find((atoms) => atoms.includes(carbon) && atoms.length === 6);
  let sum: number = pKa.phenol;
  for (const member of ring ?? []) {
    const steps = view.distance(carbon, member, 3);
    for (const other of view.neighbours(member)) {
      if ([9, 17, 35, 53].includes(view.element(other))) sum += pKa.halogenOnPhenol;
      const isNitro = view.element(other) === 7 && view.graph.charge[other] === 1 && view.hasDouble(other, 8);
      if (isNitro) sum += steps === 2 ? pKa.nitroAcross : pKa.nitroOnPhenol;
    }
  }
  return sum;
}

function nitrogenAcid(view: MoleculeView, nitrogen: number): Found {
  if (view.isAromatic(nitrogen)) {
    const ring = view.graph.rings.find((atoms) => atoms.length === 5 && atoms.includes(nitrogen));
    const nitrogens = ring?.filter((atom) => view.element(atom) === 7).length ?? 0;
    return nitrogens === 4 ? ["tetrazole", pKa.tetrazole] : null;
  }
  const around = view.neighbours(nitrogen);
  const acyls = around.filter((atom) => view.element(atom) === 6 && view.hasDouble(atom, 8, 16));
  const sulphonyls = around.filter((atom) => view.element(atom) === 16 && view.hasDouble(atom, 8));
  if (sulphonyls.length > 0) {
    if (acyls.length > 0 || sulphonyls.length > 1) return ["acylSulphonamide", pKa.acylSulphonamide];
    const isOnPoorRing = around.some(
      (atom) =>
        view.isAromatic(atom) &&
        view.neighbours(atom).some((other) => view.element(other) === 7 && view.isAromatic(other)),
    );
    return isOnPoorRing ? ["heteroarylSulphonamide", pKa.heteroarylSulphonamide] : ["sulphonamide", pKa.sulphonamide];
  }
  if (acyls.length < 2) return null;
  const isThiazolidinedione = acyls.some((carbon) =>
    view.neighbours(carbon).some((other) => view.element(other) === 16 && view.order(carbon, other) === 1),
  );
  return isThiazolidinedione ? ["thiazolidinedione", pKa.thiazolidinedione] : ["imide", pKa.imide];
}
