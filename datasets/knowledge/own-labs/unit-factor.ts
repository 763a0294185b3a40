type Amount = { dimension: string; scale: number };

const atoms: Readonly<Record<string, Amount>> = {
  g: { dimension: "mass", scale: 1 },
  mol: { dimension: "substance", scale: 1 },
  eq: { dimension: "substance", scale: 1 },
  L: { dimension: "volume", scale: 1 },
  U: { dimension: "activity", scale: 1 },
  "[U]": { dimension: "activity", scale: 1 },
  "[iU]": { dimension: "international", scale: 1 },
  "[AU]": { dimension: "assay", scale: 1 },
  m: { dimension: "length", scale: 1 },
  Pa: { dimension: "pressure", scale: 1 },
  "m[H2O]": { dimension: "pressure", scale: 9806.65 },
  "m[Hg]": { dimension: "pressure", scale: 133322.387 },
};
const prefixes: Readonly<Record<string, number>> = {
  k: 1e3,
  d: 1e-1,
  c: 1e-2,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
  f: 1e-15,
};

function amountOf(unit: string): Amount | null {
  if (unit === "") return { dimension: "count", scale: 1 };
  const power = /^10\*(\d+)$/.exec(unit);
  if (power !== null) return { dimension: "count", scale: 10 ** Number(power[1]) };
  const annotated = unit.replace(/\{[^}]*\}/g, "");
  const plain = atoms[annotated];
  if (plain !== undefined) return plain;
  const prefix = prefixes[annotated[0] ?? ""];
  const atom = atoms[annotated.slice(1)];
  return prefix === undefined || atom === undefined ? null : { dimension: atom.dimension, scale: atom.scale * prefix };
}

type Quotient = { over: Amount; under: Amount; rest: string };

function quotientOf(unit: string): Quotient | null {
  const [top = "", bottom = "", ...more] = unit.split("/");
  const over = amountOf(top);
  const under =
    bottom === "(24.h)"
      ? { dimension: "day", scale: 1 }
      : bottom === ""
        ? { dimension: "one", scale: 1 }
        : amountOf(bottom);
  return over === null || under === null ? null : { over, under, rest: more.join("/") };
}

/**
 * Factor from the conventional to the SI unit as the units themselves and the molar mass (g/mol) give it; null when the
 * units are not of the kinds above (times, ratios, equal units) or no molar mass is given.
 */
export function factorFromUnits(conventional: string, si: string, molarMass: number | null): number | null {
  const from = quotientOf(conventional);
  const to = quotientOf(si);
  if (from === null || to === null || from.rest !== to.rest) return null;
  const over = convert(from.over, to.over, molarMass);
  const under = convert(from.under, to.under, molarMass);
  return over === null || under === null ? null : over / under;
}

function convert(from: Amount, to: Amount, molarMass: number | null): number | null {
  const ratio = from.scale / to.scale;
  if (from.dimension === to.dimension) return ratio;
  if (molarMass === null) return null;
  if (from.dimension === "mass" && to.dimension === "substance") return ratio / molarMass;
  return null;
}
