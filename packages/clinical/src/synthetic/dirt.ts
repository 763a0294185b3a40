import type { Rng } from "@qinghao/kernel";
import { monthOf, yearOf } from "./calendar.ts";
import { type EventBuffer, endStates, NO_DAY_HIGH, NO_DAY_LOW, unitStates, valueTypes } from "./events.ts";
import { assertionNumbers, kinds } from "./simulate/kinds.ts";
import { writeInUnit } from "./simulate/measurements.ts";
import type { Patient } from "./simulate/patient.ts";
import {
  type DirtKind,
  dirtKinds,
  freeTexts,
  historyDirt,
  monitorDirt,
  quantityDirt,
  wordsDirt,
} from "./tables/dirt.ts";

type Shares = readonly (readonly [DirtKind, number])[];
const totals = new Map<Shares, number>(
  [quantityDirt, monitorDirt, wordsDirt, historyDirt].map((shares) => [
    shares as Shares,
    shares.reduce((sum, [, share]) => sum + share, 0),
  ]),
);

/** Row of `dirtKinds` plus one, as an event's `dirt` has it. */
export const dirtNumber = (kind: DirtKind): number => dirtKinds.indexOf(kind) + 1;

/**
 * Spoils some of a patient's events, each by one kind at most; what was done stands in the event's `dirt`. `level`
 * multiplies the tables' shares; 0 leaves all as it is.
 */
export function addDirt(patient: Patient, rng: Rng, asOf: number, level: number): void {
  const { events } = patient;
  const count = events.count;
  for (let row = 0; row < count; row++) {
    const shares = sharesOf(patient, row);
    if (shares === null) continue;
    const uniform = rng.next() / level;
    if (uniform >= totals.get(shares)!) continue;
    let sum = 0;
    for (const [kind, share] of shares) {
      sum += share;
      if (uniform >= sum) continue;
      spoil(patient, row, kind, rng, asOf);
      break;
    }
  }
}

function sharesOf({ events, model }: Patient, row: number): Shares | null {
  const c = events.columns;
  if (c.kind[row] === kinds.visit || c.kind[row] === kinds.consent) return null;
  if (c.valueType[row] === valueTypes.quantity) {
    if (c.lab[row]! < 0) return null;
    const isVital = model.labs.items[c.lab[row]!]!.row.category === "vital-signs";
    return isVital && model.flavour === "us" ? monitorDirt : quantityDirt;
  }
  return c.valueType[row] === valueTypes.code && c.lab[row]! >= 0 ? wordsDirt : historyDirt;
}

function spoil(patient: Patient, row: number, kind: DirtKind, rng: Rng, asOf: number): void {
  if (spoilers[kind](patient, row, rng, asOf)) patient.events.columns.dirt[row] = dirtNumber(kind);
}

/** Without a unit that can be read, reference limits stay the numbers that were printed. */
function limitsAsWritten(c: EventBuffer["columns"], row: number, unit: { slope: number; offset: number }): void {
  const written = (limit: number) => Number(((limit - unit.offset) / unit.slope).toPrecision(6));
  c.low[row] = written(c.low[row]!);
  c.high[row] = written(c.high[row]!);
}

/** Returns false where the kind cannot happen to this event, which then stays as it was. */
type Spoiler = (patient: Patient, row: number, rng: Rng, asOf: number) => boolean;

const spoilers: Record<DirtKind, Spoiler> = {
  "missing-value": ({ events }, row) => {
    const c = events.columns;
    c.valueType[row] = valueTypes.none;
    c.comparator[row] = 0;
    return true;
  },
  "partial-date": ({ events }, row, rng) => {
    const c = events.columns;
    const [low, high] = rng.next() < 0.6 ? monthOf(c.startLow[row]!) : yearOf(c.startLow[row]!);
    c.startLow[row] = low;
    c.startHigh[row] = high;
    return true;
  },
  "missing-date": ({ events }, row) => {
    const c = events.columns;
    c.startLow[row] = NO_DAY_LOW;
    c.startHigh[row] = NO_DAY_HIGH;
    return true;
  },
  "missing-unit": ({ events, model }, row) => {
    const c = events.columns;
    limitsAsWritten(c, row, model.labs.units[c.unit[row]!]!);
    c.unit[row] = -1;
    c.unitState[row] = unitStates.indexOf("missing");
    c.canonical[row] = Number.NaN;
    return true;
  },
  "other-unit": (patient, row, rng) => {
    const c = patient.events.columns;
    const { otherUnits } = patient.model.labs.items[c.lab[row]!]!;
    if (otherUnits.length === 0) return false;
    writeInUnit(patient, row, otherUnits[rng.int(otherUnits.length)]!, c.canonical[row]!);
    return true;
  },
  "misspelled-unit": ({ events, model }, row) => {
    const c = events.columns;
    limitsAsWritten(c, row, model.labs.units[c.unit[row]!]!);
    c.unit[row] = model.labs.items[c.lab[row]!]!.misspelled;
    c.unitState[row] = unitStates.indexOf("unknown");
    c.canonical[row] = Number.NaN;
    return true;
  },
  "local-code": ({ events, model }, row) => {
    const c = events.columns;
    const term = c.lab[row]! < 0 ? (model.unmapped[c.term[row]!] ?? -1) : model.labs.items[c.lab[row]!]!.unmappedTerm;
    if (term < 0) return false;
    c.term[row] = term;
    c.isLocalCode[row] = 1;
    // Nobody knows an unmapped item's canonical unit; a pure number stays one.
    const unit = c.unit[row]! < 0 ? null : model.labs.units[c.unit[row]!]!;
    if (unit === null || unit.ucum === "1") return true;
    limitsAsWritten(c, row, unit);
    c.canonical[row] = Number.NaN;
    c.unitState[row] = unitStates.indexOf("inconvertible");
    return true;
  },
  "duplicate-result": ({ events }, row) => {
    const copy = events.repeat(row);
    const c = events.columns;
    c.dirt[copy] = dirtNumber("duplicate-result");
    c.dirtOf[copy] = row;
    return false;
  },
  contradiction: ({ events, last }, row, rng) => {
    const c = events.columns;
    if (c.kind[row] !== kinds.condition || c.assertion[row] !== assertionNumbers.present) return false;
    const copy = events.repeat(row);
    const later = events.columns;
    later.assertion[copy] = assertionNumbers.absent;
    later.startLow[copy] = later.startHigh[copy] = Math.min(last, later.startLow[row]! + 1 + rng.int(400));
    later.endState[copy] = endStates.unknown;
    later.endLow[copy] = NO_DAY_LOW;
    later.endHigh[copy] = NO_DAY_HIGH;
    later.dirt[copy] = dirtNumber("contradiction");
    later.dirtOf[copy] = row;
    return false;
  },
  "implausible-value": (patient, row, rng) => {
    const c = patient.events.columns;
    const { slope, offset } = patient.model.labs.units[c.unit[row]!]!;
    const wrong = c.raw[row]! * (rng.next() < 0.6 ? 100 : 0.01);
    writeInUnit(patient, row, c.unit[row]!, wrong * slope + offset);
    return true;
  },
  "future-date": ({ events }, row, rng, asOf) => {
    const c = events.columns;
    c.startLow[row] = c.startHigh[row] = asOf + 20 + rng.int(500);
    c.endState[row] = endStates.unknown;
    c.endLow[row] = NO_DAY_LOW;
    c.endHigh[row] = NO_DAY_HIGH;
    return true;
  },
  comparator: ({ events }, row, rng) => {
    const c = events.columns;
    if (c.comparator[row] !== 0) return false;
    c.comparator[row] = rng.next() < 0.5 ? 1 : 3;
    return true;
  },
  "free-text-result": ({ events, model }, row, rng) => {
    const c = events.columns;
    const answer = c.valueTerm[row] === model.positive ? 0 : 1;
    const isInWords = c.valueType[row] === valueTypes.code;
    c.valueType[row] = valueTypes.text;
    c.valueTerm[row] = isInWords ? answer : 2 + rng.int(freeTexts.cn.length - 2);
    c.comparator[row] = 0;
    return true;
  },
  "duplicate-person": () => false,
  "partial-birth-date": () => false,
};
