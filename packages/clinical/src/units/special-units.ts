/**
 * Units that are not on a ratio scale. Each pair maps between the number written and the number of its proper unit
 * (for Cel the kelvin, for [pH] mol/l). Source: UCUM sections 21 and 22 and the functions of its table.
 */
export type SpecialFunction = {
  readonly toProper: (value: number) => number;
  readonly fromProper: (value: number) => number;
};

const logarithm = (base: number, times: number): SpecialFunction => ({
  toProper: (value) => base ** (value / times),
  fromProper: (value) => (times * Math.log(value)) / Math.log(base),
});

const decimalLogarithm = (times: number): SpecialFunction => ({
  toProper: (value) => 10 ** (value / times),
  fromProper: (value) => times * Math.log10(value),
});

const tangent: SpecialFunction = {
  toProper: (value) => Math.atan(value / 100),
  fromProper: (value) => Math.tan(value) * 100,
};

const DEGREES = 180 / Math.PI;

export const SPECIAL_FUNCTIONS: Readonly<Record<string, SpecialFunction>> = {
  Cel: { toProper: (value) => value + 273.15, fromProper: (value) => value - 273.15 },
  degF: { toProper: (value) => value + 459.67, fromProper: (value) => value - 459.67 },
  degRe: { toProper: (value) => value + 218.52, fromProper: (value) => value - 218.52 },
  pH: { toProper: (value) => 10 ** -value, fromProper: (value) => -Math.log10(value) },
  ln: logarithm(Math.E, 1),
  ld: logarithm(2, 1),
  lg: decimalLogarithm(1),
  lgTimes2: decimalLogarithm(2),
  tanTimes100: tangent,
  "100tan": {
    toProper: (value) => tangent.toProper(value) * DEGREES,
    fromProper: (value) => tangent.fromProper(value / DEGREES),
  },
  sqrt: { toProper: (value) => value * value, fromProper: (value) => Math.sqrt(value) },
  hpX: { toProper: (value) => 10 ** -value, fromProper: (value) => -Math.log10(value) },
  hpC: { toProper: (value) => 100 ** -value, fromProper: (value) => -Math.log10(value) / 2 },
  hpM: { toProper: (value) => 1000 ** -value, fromProper: (value) => -Math.log10(value) / 3 },
  hpQ: { toProper: (value) => 50_000 ** -value, fromProper: (value) => -Math.log(value) / Math.log(50_000) },
};
