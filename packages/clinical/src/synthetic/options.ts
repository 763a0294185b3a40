import { exactDay } from "../dates.ts";
import type { Setting } from "./model/look-up.ts";
import type { Flavour } from "./model/module.ts";

export type GenerateOptions = {
  /** Any integer; the same seed gives the same patients. */
  readonly seed: number;
  readonly count: number;
  readonly flavour: Flavour;
  /** `2026-01-31`: nothing but wrong dates lies after it. */
  readonly asOf: string;
  /** First patient (default 0): `{ from: 500, count: 100 }` are patients 500 to 599 of the same population. */
  readonly from?: number;
  /** Years of records before `asOf` (default 5). */
  readonly years?: number;
  /** Anybody (default), or people as they come to a hospital. */
  readonly setting?: Setting;
  /** Multiplies how often things go wrong (default 1); 0 for records without a fault. */
  readonly dirt?: number;
};

/** Options with their defaults, dates as days since 1970-01-01. */
export type Settled = {
  readonly seed: number;
  readonly first: number;
  readonly end: number;
  readonly flavour: Flavour;
  readonly setting: Setting;
  readonly since: number;
  readonly asOf: number;
  readonly dirt: number;
};

export const MOST_PATIENTS = 10_000_000;
const DEFAULT_YEARS = 5;

/** Throws a RangeError where a number or date cannot be used. */
export function settle(options: GenerateOptions): Settled {
  const { seed, count, flavour, asOf, from = 0, years = DEFAULT_YEARS, setting = "community", dirt = 1 } = options;
  if (!Number.isInteger(seed)) throw new RangeError("seed must be an integer");
  if (!Number.isInteger(count) || count < 0 || !Number.isInteger(from) || from < 0 || from + count > MOST_PATIENTS) {
    throw new RangeError(`from and count must be integers, and their sum at most ${MOST_PATIENTS}`);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new RangeError("asOf must be a date such as 2026-01-31");
  if (!(years > 0 && years <= 40)) throw new RangeError("years must be above 0 and at most 40");
  if (!(dirt >= 0 && dirt <= 10)) throw new RangeError("dirt must be from 0 to 10");
  const last = exactDay(asOf);
  return {
    seed,
    first: from,
    end: from + count,
    flavour,
    setting,
    since: last - Math.round(years * 365.2425),
    asOf: last,
    dirt,
  };
}

/** Id of a patient: the same whatever else is generated, and in the order of the numbers. */
export const patientId = (settled: Pick<Settled, "flavour" | "seed">, index: number): string =>
  `${settled.flavour}-${settled.seed}-${String(index).padStart(8, "0")}`;

/** Facts of one patient are at most this many; a fact's order key is `patient * FACTS_PER_PATIENT + row`. */
export const FACTS_PER_PATIENT = 10_000;

/** Id of a fact; string order is the order of the keys. */
export const factId = (patient: string, row: number): string => `${patient}-${String(row).padStart(4, "0")}`;
