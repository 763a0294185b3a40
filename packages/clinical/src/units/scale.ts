/**
 * A positive factor as `numerator / denominator * 10^exponent`. Decimal factors keep their power of ten apart, so that
 * 10 g/dL is exactly 100 g/L and no threshold is missed by the last bit of a double.
 */
export type Scale = { readonly numerator: number; readonly denominator: number; readonly exponent: number };

export const UNIT_SCALE: Scale = { numerator: 1, denominator: 1, exponent: 0 };

/** The scale of a decimal text such as `6.02214076` or `254e-2`; long constants (pi) keep double precision. */
export function scaleOfDecimal(text: string): Scale {
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) throw new RangeError(`not a decimal: ${text}`);
  const fraction = match[2] ?? "";
  const digits = Number(`${match[1]}${fraction}`);
  if (!Number.isSafeInteger(digits)) return { numerator: Number(text), denominator: 1, exponent: 0 };
  return reduce(digits, 1, Number(match[3] ?? 0) - fraction.length);
}

/** The scale of a number that a caller gives (a molar mass, a factor). */
export const scaleOfNumber = (value: number): Scale => scaleOfDecimal(String(value).replace("e+", "e"));

export const multiplyScales = (a: Scale, b: Scale): Scale =>
  reduce(a.numerator * b.numerator, a.denominator * b.denominator, a.exponent + b.exponent);

export const invertScale = (a: Scale): Scale => ({
  numerator: a.denominator,
  denominator: a.numerator,
  exponent: -a.exponent,
});

export function raiseScale(a: Scale, power: number): Scale {
  const base = power < 0 ? invertScale(a) : a;
  let result = UNIT_SCALE;
  for (let i = 0; i < Math.abs(power); i++) result = multiplyScales(result, base);
  return result;
}

/** `value * scale`, each power of ten applied as an exact integer while it is one. */
export function applyScale(value: number, scale: Scale): number {
  const { multiply, divide } = asPair(scale);
  return (value * multiply) / divide;
}

/** The scale as one multiplication and one division. */
export function asPair(scale: Scale): { readonly multiply: number; readonly divide: number } {
  const { numerator, denominator, exponent } = scale;
  return exponent >= 0
    ? { multiply: numerator * powerOfTen(exponent), divide: denominator }
    : { multiply: numerator, divide: denominator * powerOfTen(-exponent) };
}

/** The scale as a plain number, for display and tests. */
export const scaleToNumber = (scale: Scale): number => applyScale(1, scale);

// `10 ** 23` is off by one unit in the last place in some engines; the literal is not.
const powerOfTen = (exponent: number): number => Number(`1e${exponent}`);

function reduce(numerator: number, denominator: number, exponent: number): Scale {
  if (numerator === denominator) return { numerator: 1, denominator: 1, exponent };
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) {
    return { numerator: numerator / denominator, denominator: 1, exponent };
  }
  let top = numerator;
  let bottom = denominator;
  let power = exponent;
  const divisor = greatestCommonDivisor(top, bottom);
  top /= divisor;
  bottom /= divisor;
  while (top % 10 === 0 && top !== 0) {
    top /= 10;
    power += 1;
  }
  while (bottom % 10 === 0) {
    bottom /= 10;
    power -= 1;
  }
  return { numerator: top, denominator: bottom, exponent: power };
}

function greatestCommonDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
