import type { Rng } from "@qinghao/kernel";
import { EventBuffer } from "../events.ts";
import type { Model } from "../model/compile.ts";
import type { Effects } from "../model/look-up.ts";
import { PREVALENCE_AGES } from "../model/module.ts";

export const DAYS_PER_YEAR = 365.2425;

/** A disease that a patient has. */
export type ActiveDisease = { disease: number; subtype: number; onset: number; end: number };

/** Changed laboratory values over a time: `from` and `to` are days, both included. */
export type Influence = { effects: Effects; from: number; to: number };

/** One patient while he or she is drawn. The object is used again for the next one. */
export class Patient {
  readonly model: Model;
  readonly events = new EventBuffer();
  rng: Rng;
  sex: 0 | 1 = 0;
  birth = 0;
  /** Day of death; null while alive on the as-of date. */
  death: number | null = null;
  observedFrom = 0;
  observedTo = 0;
  /** Last day of which anything is known: the as-of date or the day of death. */
  last = 0;
  smokes = false;
  readonly active: ActiveDisease[] = [];
  readonly has: Uint8Array;
  readonly influences: Influence[] = [];
  /** The person's own standing within a laboratory item's population, NaN until it is first needed. */
  readonly standing: Float64Array;
  hazard = 1;
  /** Highest yearly risk of death of a cancer's stage, and the day it was found. */
  cancerDeath = 0;
  cancerOnset = 0;

  constructor(model: Model, rng: Rng) {
    this.model = model;
    this.rng = rng;
    this.has = new Uint8Array(model.diseases.length);
    this.standing = new Float64Array(model.labs.items.length);
  }

  reset(rng: Rng): void {
    this.rng = rng;
    this.events.clear();
    this.active.length = 0;
    this.influences.length = 0;
    this.has.fill(0);
    this.standing.fill(Number.NaN);
    this.hazard = 1;
    this.cancerDeath = 0;
    this.cancerOnset = 0;
    this.death = null;
    this.smokes = false;
  }

  ageAt(day: number): number {
    return (day - this.birth) / DAYS_PER_YEAR;
  }

  /** An exponential time of the given mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.rng.next());
  }
}

export function bandOf(age: number): number {
  let band = PREVALENCE_AGES.length - 1;
  while (band > 0 && age < PREVALENCE_AGES[band]!) band--;
  return band;
}
