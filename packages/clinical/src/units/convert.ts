import { err, ok, type Result } from "@qinghao/kernel";
import { BASE_UNIT_CODES } from "./atoms.ts";
import { LOGARITHM_KIND, multiplyUnits, type ResolvedUnit, raiseUnit, resolveUnit } from "./resolve-unit.ts";
import { asPair, invertScale, multiplyScales, type Scale, scaleOfNumber, UNIT_SCALE } from "./scale.ts";
import type { UnitFailure, UnitFailureCode } from "./unit-failure.ts";

/** What a conversion needs to know of the substance. Nothing is assumed that is not given. */
export type ConvertOptions = {
  /** Molar mass in g/mol, for mass to amount of substance and back. */
  readonly molarMassGPerMol?: number;
  /** Charge of the ion without sign, for equivalents to moles and back. */
  readonly charge?: number;
  /** What one of an arbitrary unit is for this substance and assay: `{ "[iU]": { value: 0.0347, unit: "mg" } }`. */
  readonly arbitraryUnits?: Readonly<Record<string, { readonly value: number; readonly unit: string }>>;
};

/** Laboratories write IU/L for the activity of an enzyme where U/L (umol/min) is meant: pass it as `arbitraryUnits`. */
export const ENZYME_ACTIVITY_UNITS = { "[iU]": { value: 1, unit: "U" } } as const;

type Plan = (value: number) => number;

const MASS = BASE_UNIT_CODES.indexOf("g");
const plans = new Map<string, Map<string, Result<Plan, UnitFailure>>>();
const PLAN_LIMIT = 5_000;

/**
 * Converts a number between two UCUM codes.
 *
 * Mass and amount convert with a molar mass, equivalents with a charge, arbitrary units (IU and the like) with a stated
 * factor; each is refused without. Degrees, pH and the logarithmic units convert by their functions. A pair without
 * options is planned once: afterwards a conversion is two map look-ups, a multiplication and a division.
 */
export function convert(
  value: number,
  from: string,
  to: string,
  options?: ConvertOptions,
): Result<number, UnitFailure> {
  const plan = options === undefined ? cachedPlan(from, to) : makePlan(from, to, options);
  if (!plan.ok) return plan;
  const converted = plan.value(value);
  return Number.isFinite(converted) ? ok(converted) : err({ code: "units.bad_number", unit: from, other: to });
}

/** Whether two codes convert without knowledge of the substance. */
export const areConvertible = (from: string, to: string): boolean => cachedPlan(from, to).ok;

function cachedPlan(from: string, to: string): Result<Plan, UnitFailure> {
  let byTarget = plans.get(from);
  if (byTarget === undefined) {
    if (plans.size >= PLAN_LIMIT) plans.clear();
    byTarget = new Map();
    plans.set(from, byTarget);
  }
  let plan = byTarget.get(to);
  if (plan === undefined) {
    plan = makePlan(from, to, {});
    if (byTarget.size >= PLAN_LIMIT) byTarget.clear();
    byTarget.set(to, plan);
  }
  return plan;
}

function makePlan(from: string, to: string, options: ConvertOptions): Result<Plan, UnitFailure> {
  const source = resolveUnit(from);
  if (!source.ok) return source;
  const target = resolveUnit(to);
  if (!target.ok) return target;
  if (from === to) return ok((value) => value);
  const refuse = (code: UnitFailureCode, detail?: string): Result<Plan, UnitFailure> =>
    err({ code, unit: from, other: to, ...(detail === undefined ? {} : { detail }) });

  const ratio = bridgeSubstance(quotient(source.value, target.value), options);
  const logarithm = ratio.kinds.get(LOGARITHM_KIND);
  if (logarithm !== undefined) return planLogarithm(ratio, logarithm) ?? refuse("units.different_dimension");
  if (ratio.dimensions.some((power) => power !== 0)) {
    const isMassToAmount = ratio.dimensions[MASS] === -(ratio.kinds.get("mol") ?? 0);
    const others = ratio.dimensions.every((power, index) => power === 0 || index === MASS);
    return isMassToAmount && others && ratio.kinds.size === 1
      ? refuse("units.needs_molar_mass")
      : refuseArbitrary(ratio, refuse);
  }
  if (ratio.kinds.has("eq")) return refuse("units.needs_charge");
  if (ratio.kinds.size > 0) {
    return ratio.kinds.size === 1 && ratio.kinds.has("mol")
      ? refuse("units.amount_is_not_count")
      : refuseArbitrary(ratio, refuse);
  }
  return ok(planSpecial(source.value, target.value) ?? planFactor(ratio.scale));
}

function refuseArbitrary(
  ratio: ResolvedUnit,
  refuse: (code: UnitFailureCode, detail?: string) => Result<Plan, UnitFailure>,
): Result<Plan, UnitFailure> {
  const arbitrary = [...ratio.kinds.keys()].find((kind) => kind.startsWith("["));
  return arbitrary === undefined ? refuse("units.different_dimension") : refuse("units.arbitrary", arbitrary);
}

// Special units keep their dimensions through a quotient; their functions are applied by planSpecial.
const quotient = (a: ResolvedUnit, b: ResolvedUnit): ResolvedUnit =>
  multiplyUnits(withoutSpecial(a), raiseUnit(withoutSpecial(b), -1));

const withoutSpecial = ({ code, scale, dimensions, kinds }: ResolvedUnit): ResolvedUnit => ({
  code,
  scale,
  dimensions,
  kinds,
});

function bridgeSubstance(ratio: ResolvedUnit, options: ConvertOptions): ResolvedUnit {
  let bridged = ratio;
  for (const [code, definition] of Object.entries(options.arbitraryUnits ?? {})) {
    const power = bridged.kinds.get(code) ?? 0;
    const unit = resolveUnit(definition.unit);
    if (power === 0 || !unit.ok) continue;
    const one = {
      ...withoutSpecial(unit.value),
      scale: multiplyScales(scaleOfNumber(definition.value), unit.value.scale),
    };
    bridged = multiplyUnits(bridged, replaceKind(one, code, power));
  }
  const equivalents = bridged.kinds.get("eq") ?? 0;
  if (options.charge !== undefined && equivalents !== 0) {
    const mole = { ...MOLE_PER_EQUIVALENT, scale: invertScale(scaleOfNumber(Math.abs(options.charge))) };
    bridged = multiplyUnits(bridged, raiseUnit(mole, equivalents));
  }
  const mass = bridged.dimensions[MASS]!;
  if (options.molarMassGPerMol !== undefined && mass !== 0 && bridged.kinds.get("mol") === -mass) {
    bridged = multiplyUnits(bridged, raiseUnit(molePerGram(options.molarMassGPerMol), mass));
  }
  return bridged;
}

function replaceKind(one: ResolvedUnit, kind: string, power: number): ResolvedUnit {
  const raised = raiseUnit(one, power);
  return { ...raised, kinds: new Map([...raised.kinds, [kind, (raised.kinds.get(kind) ?? 0) - power]]) };
}

const NO_DIMENSIONS: readonly number[] = BASE_UNIT_CODES.map(() => 0);

// eq and mol share one scale in the table, so that only the charge stands between them.
const MOLE_PER_EQUIVALENT: ResolvedUnit = {
  code: "mol/eq",
  scale: UNIT_SCALE,
  dimensions: NO_DIMENSIONS,
  kinds: new Map([
    ["mol", 1],
    ["eq", -1],
  ]),
};

function molePerGram(molarMassGPerMol: number): ResolvedUnit {
  const mole = resolveUnit("mol/g");
  if (!mole.ok) throw new Error("the table of units lacks mol or g");
  return { ...mole.value, scale: multiplyScales(mole.value.scale, invertScale(scaleOfNumber(molarMassGPerMol))) };
}

function planFactor(scale: Scale): Plan {
  const { multiply, divide } = asPair(scale);
  if (divide === 1) return (value) => value * multiply;
  if (multiply === 1) return (value) => value / divide;
  return (value) => (value * multiply) / divide;
}

// 12 significant digits: 38 Cel is 100.4 [degF], not 100.39999999999998.
const settle = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(12)) : value);

function planSpecial(source: ResolvedUnit, target: ResolvedUnit): Plan | undefined {
  if (source.special === undefined && target.special === undefined) return undefined;
  const toBase = planFactor(source.scale);
  const fromBase = planFactor(invertScale(target.scale));
  const outerIn = planFactor(source.special?.outer ?? UNIT_SCALE);
  const outerOut = planFactor(invertScale(target.special?.outer ?? UNIT_SCALE));
  const toProper = source.special?.convert.toProper;
  const fromProper = target.special?.convert.fromProper;
  return (value) => {
    const proper = toProper === undefined ? value : toProper(outerIn(value));
    const base = fromBase(toBase(proper));
    return settle(fromProper === undefined ? base : outerOut(fromProper(base)));
  };
}

function planLogarithm(ratio: ResolvedUnit, power: number): Result<Plan, UnitFailure> | undefined {
  if (ratio.kinds.size > 1 || ratio.dimensions.some((own) => own !== 0)) return undefined;
  const factor = planFactor(ratio.scale);
  const inverse = planFactor(invertScale(ratio.scale));
  if (power === 1) return ok((value) => settle(factor(10 ** value)));
  return power === -1 ? ok((value) => settle(Math.log10(value / inverse(1)))) : undefined;
}
