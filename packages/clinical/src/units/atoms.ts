import { type Scale, scaleOfDecimal } from "./scale.ts";
import { UCUM_BASE_UNITS, UCUM_PREFIXES, UCUM_UNITS } from "./ucum-essence.ts";

/** One symbol of UCUM that is not a prefix. */
export type Atom = {
  readonly code: string;
  readonly name: string;
  readonly isMetric: boolean;
  /** Index into the seven base dimensions, for a base unit only. */
  readonly base?: number;
  /** `value * unit`, for a derived unit. For a special unit the pair that its function applies to. */
  readonly value: Scale;
  readonly unit: string;
  readonly isArbitrary: boolean;
  /** The function of a unit on no ratio scale (degrees Celsius, pH, bel). */
  readonly special?: string;
};

export type Prefix = { readonly code: string; readonly name: string; readonly value: Scale };

/** The base units in the order of every dimension vector: m, s, g, rad, K, C, cd. */
export const BASE_UNIT_CODES = UCUM_BASE_UNITS.split("\n").map((line) => line.split("|")[0]!);

const ONE = scaleOfDecimal("1");

const atoms = new Map<string, Atom>();
UCUM_BASE_UNITS.split("\n").forEach((line, base) => {
  const [code, name] = line.split("|") as [string, string];
  atoms.set(code, { code, name, isMetric: true, base, value: ONE, unit: "1", isArbitrary: false });
});
for (const line of UCUM_UNITS.split("\n")) {
  const [code, flags, value, unit, name] = line.split("|") as [string, string, string, string, string];
  const colon = value.indexOf(":");
  atoms.set(code, {
    code,
    name,
    isMetric: flags.includes("m"),
    value: scaleOfDecimal(value.slice(colon + 1)),
    unit,
    isArbitrary: flags.includes("a"),
    ...(colon < 0 ? {} : { special: value.slice(0, colon) }),
  });
}

const prefixes = new Map<string, Prefix>();
for (const line of UCUM_PREFIXES.split("\n")) {
  const [code, value, name] = line.split("|") as [string, string, string];
  prefixes.set(code, { code, name, value: scaleOfDecimal(value) });
}
const longestPrefix = Math.max(...[...prefixes.keys()].map((code) => code.length));

export type UnitSymbol = { readonly prefix?: Prefix; readonly atom: Atom };

/** The atom, or the prefix and metric atom, that a symbol such as `mg` or `m[H2O]` stands for. Case counts. */
export function readSymbol(text: string): UnitSymbol | undefined {
  const atom = atoms.get(text);
  if (atom !== undefined) return { atom };
  for (let length = Math.min(longestPrefix, text.length - 1); length >= 1; length--) {
    const prefix = prefixes.get(text.slice(0, length));
    const rest = atoms.get(text.slice(length));
    if (prefix !== undefined && rest?.isMetric) return { prefix, atom: rest };
  }
  return undefined;
}

/** Every code of the table, for tests and for lists to choose from. */
export const atomCodes = (): readonly string[] => [...atoms.keys()];
