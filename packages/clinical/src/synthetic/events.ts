/** Bounds of a date that nobody wrote down. */
export const NO_DAY_LOW = -2_147_483_648;
export const NO_DAY_HIGH = 2_147_483_647;

/** What stands in an event's value. */
export const valueTypes = { none: 0, quantity: 1, code: 2, text: 3 } as const;
export const endStates = { unknown: 0, known: 1, ongoing: 2 } as const;
export const unitStates = ["canonical", "converted", "missing", "unknown", "inconvertible"] as const;
export const doseUnits = ["mg", "[iU]"] as const;

const columns = {
  kind: Uint8Array,
  /** Row of the model's terms. */
  term: Int32Array,
  assertion: Uint8Array,
  startLow: Int32Array,
  startHigh: Int32Array,
  endLow: Int32Array,
  endHigh: Int32Array,
  endState: Uint8Array,
  valueType: Uint8Array,
  /** The number as written, in `unit`. */
  raw: Float64Array,
  /** Row of the model's units; -1 without. */
  unit: Int16Array,
  unitState: Uint8Array,
  /** NaN where it is not known. */
  canonical: Float64Array,
  comparator: Uint8Array,
  /** Row of the terms for a coded value, of the model's texts for a text. */
  valueTerm: Int32Array,
  low: Float64Array,
  high: Float64Array,
  dose: Float64Array,
  doseUnit: Uint8Array,
  line: Uint8Array,
  /** Row of the model's alterations plus one; 0 without. */
  alteration: Int16Array,
  /** Row of the diagnosis that a stage is of; -1 for all else. */
  tumour: Int32Array,
  /** 1 where the site wrote a code of its own that nothing maps. */
  isLocalCode: Uint8Array,
  /** Kind of dirt plus one, and the event that a repeated or contradicting one came from. */
  dirt: Uint8Array,
  dirtOf: Int32Array,
  /** Row of the model's laboratory items; -1 for all else. */
  lab: Int16Array,
};

type ColumnName = keyof typeof columns;
type Columns = { [Name in ColumnName]: InstanceType<(typeof columns)[Name]> };
const names = Object.keys(columns) as ColumnName[];

const allocate = (size: number): Columns =>
  Object.fromEntries(names.map((name) => [name, new columns[name](size)])) as Columns;

/** The events of one patient, column by column; used again for the next one. */
export class EventBuffer {
  count = 0;
  columns: Columns = allocate(1024);

  clear(): void {
    this.count = 0;
  }

  /** Adds an event that is present, on one day, without value; returns its row. */
  add(kind: number, term: number, day: number): number {
    if (this.count === this.columns.kind.length) this.#grow();
    const row = this.count++;
    const c = this.columns;
    c.kind[row] = kind;
    c.term[row] = term;
    c.assertion[row] = 0;
    c.startLow[row] = day;
    c.startHigh[row] = day;
    c.endLow[row] = NO_DAY_LOW;
    c.endHigh[row] = NO_DAY_HIGH;
    c.endState[row] = endStates.unknown;
    c.valueType[row] = valueTypes.none;
    c.raw[row] = Number.NaN;
    c.unit[row] = -1;
    c.unitState[row] = 0;
    c.canonical[row] = Number.NaN;
    c.comparator[row] = 0;
    c.valueTerm[row] = -1;
    c.low[row] = Number.NaN;
    c.high[row] = Number.NaN;
    c.dose[row] = Number.NaN;
    c.doseUnit[row] = 0;
    c.line[row] = 0;
    c.alteration[row] = 0;
    c.tumour[row] = -1;
    c.isLocalCode[row] = 0;
    c.dirt[row] = 0;
    c.dirtOf[row] = -1;
    c.lab[row] = -1;
    return row;
  }

  end(row: number, day: number): void {
    const c = this.columns;
    c.endLow[row] = day;
    c.endHigh[row] = day;
    c.endState[row] = endStates.known;
  }

  goesOn(row: number): void {
    this.columns.endState[row] = endStates.ongoing;
  }

  /** Adds a copy of an event; returns the copy's row. */
  repeat(row: number): number {
    const copy = this.add(0, 0, 0);
    for (const name of names) this.columns[name][copy] = this.columns[name][row]!;
    return copy;
  }

  #grow(): void {
    const grown = allocate(this.columns.kind.length * 2);
    for (const name of names) grown[name].set(this.columns[name] as never);
    this.columns = grown;
  }
}
