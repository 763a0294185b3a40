import type { LabRow } from "../tables/lab-row.ts";
import { labTerm, unmappedLabTerm } from "./clinical-terms.ts";
import type { Flavour } from "./module.ts";
import type { TermTable } from "./terms.ts";
import { type LabUnit, labUnit, misspelledUnit } from "./units.ts";

/** A laboratory item made ready to be drawn and written. Units are rows of `LabModel.units`. */
export type LabItemModel = {
  readonly row: LabRow;
  /** Mean of the flavour, female and male. */
  readonly mean: readonly [number, number];
  readonly term: number;
  readonly unmappedTerm: number;
  readonly unit: number;
  readonly otherUnits: readonly number[];
  readonly misspelled: number;
  readonly sigmaBetween: number;
  readonly sigmaWithin: number;
  readonly isInWords: boolean;
};

export type UnitModel = LabUnit & { readonly power: number };

export type LabModel = {
  readonly items: readonly LabItemModel[];
  readonly units: readonly UnitModel[];
  readonly places: ReadonlyMap<string, number>;
};

export function compileLabs(terms: TermTable, flavour: Flavour, rows: readonly LabRow[]): LabModel {
  const units: UnitModel[] = [];
  const add = (unit: LabUnit): number => units.push({ ...unit, power: 10 ** unit.decimals }) - 1;
  const items = rows.map((row) => {
    const term = labTerm(terms, flavour, row);
    const unmappedTerm = unmappedLabTerm(terms, flavour, row);
    const mean = flavour === "us" ? (row.meanUs ?? row.mean) : row.mean;
    if (row.canonical === null) {
      const none = { unit: -1, otherUnits: [], misspelled: -1, sigmaBetween: 0, sigmaWithin: 0 };
      return { row, mean, term, unmappedTerm, ...none, isInWords: true };
    }
    const own = labUnit(row, row.units[flavour]);
    const others = [row.units.cn, row.units.us, ...row.units.others].filter((spelling) => spelling !== own.spelling);
    const sigma = (cv: number) => (row.shape === "lognormal" ? Math.sqrt(Math.log(1 + cv * cv)) : cv);
    return {
      row,
      mean,
      term,
      unmappedTerm,
      unit: add(own),
      otherUnits: [...new Set(others)].map((spelling) => add(labUnit(row, spelling))),
      misspelled: add(misspelledUnit(row, own.ucum)),
      sigmaBetween: sigma(row.between),
      sigmaWithin: sigma(row.within),
      isInWords: false,
    };
  });
  // Scores are pure numbers.
  const score = { spelling: "1", ucum: "1", slope: 1, offset: 0, decimals: 1, isCanonical: true };
  add(score);
  return { items, units, places: new Map(rows.map((row, place) => [row.id, place])) };
}
