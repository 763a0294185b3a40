import { err, ok, type Result } from "@qinghao/kernel";
import { type Atom, BASE_UNIT_CODES } from "./atoms.ts";
import { parseUnit, type UnitNode } from "./parse-unit.ts";
import { multiplyScales, raiseScale, type Scale, scaleOfDecimal, UNIT_SCALE } from "./scale.ts";
import { SPECIAL_FUNCTIONS, type SpecialFunction } from "./special-units.ts";
import type { UnitFailure } from "./unit-failure.ts";

/** What a unit comes down to. */
export type ResolvedUnit = {
  readonly code: string;
  /** Factor to the product of base units. */
  readonly scale: Scale;
  /** Exponents of the base units, in the order of `BASE_UNIT_CODES`. */
  readonly dimensions: readonly number[];
  /**
   * What base units do not tell apart although a reader must: moles, equivalents and osmoles; each arbitrary unit;
   * and the annotations that change the meaning of a number (`{log}`, `{1.73_m2}`).
   */
  readonly kinds: ReadonlyMap<string, number>;
  readonly special?: {
    readonly convert: SpecialFunction;
    /** Prefix and factor in front of the special unit. */
    readonly outer: Scale;
  };
};

const SUBSTANCE_ATOMS: ReadonlySet<string> = new Set(["mol", "eq", "osm"]);
const NO_DIMENSIONS: readonly number[] = BASE_UNIT_CODES.map(() => 0);
const NO_KINDS: ReadonlyMap<string, number> = new Map();

const cache = new Map<string, Result<ResolvedUnit, UnitFailure>>();
const CACHE_LIMIT = 10_000;

/** Parses and resolves a UCUM code; results are cached, so a second look-up is one map access. */
export function resolveUnit(code: string): Result<ResolvedUnit, UnitFailure> {
  const known = cache.get(code);
  if (known !== undefined) return known;
  const parsed = parseUnit(code);
  const result = parsed.ok ? resolveTree(code, parsed.value) : parsed;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(code, result);
  return result;
}

function resolveTree(code: string, node: UnitNode): Result<ResolvedUnit, UnitFailure> {
  try {
    return ok({ ...resolveNode(node), code });
  } catch (failure) {
    if (failure instanceof SpecialInProduct) {
      return err({ code: "units.special_in_product", unit: code, detail: failure.message });
    }
    throw failure;
  }
}

class SpecialInProduct extends Error {}

const UNITY: ResolvedUnit = { code: "1", scale: UNIT_SCALE, dimensions: NO_DIMENSIONS, kinds: NO_KINDS };

function resolveNode(node: UnitNode): ResolvedUnit {
  switch (node.kind) {
    case "annotation":
      return withAnnotation(UNITY, node.annotation);
    case "number":
      return withAnnotation({ ...UNITY, scale: scaleOfDecimal(node.digits) }, node.annotation);
    case "symbol":
      return withAnnotation(resolveSymbol(node), node.annotation);
    case "group":
      return withAnnotation(resolveNode(node.inner), node.annotation);
    case "reciprocal":
      return raiseUnit(resolveNode(node.inner), -1);
    case "product":
      return multiplyUnits(resolveNode(node.left), resolveNode(node.right));
    case "quotient":
      return multiplyUnits(resolveNode(node.left), raiseUnit(resolveNode(node.right), -1));
  }
}

function resolveSymbol(node: Extract<UnitNode, { kind: "symbol" }>): ResolvedUnit {
  const { atom, prefix } = node.symbol;
  const plain = resolveAtom(atom);
  const unit = prefix === undefined ? plain : multiplyUnits({ ...UNITY, scale: prefix.value }, plain);
  return node.exponent === 1 ? unit : raiseUnit(unit, node.exponent);
}

const atomCache = new Map<Atom, ResolvedUnit>();

function resolveAtom(atom: Atom): ResolvedUnit {
  const known = atomCache.get(atom);
  if (known !== undefined) return known;
  const unit = defineAtom(atom);
  atomCache.set(atom, unit);
  return unit;
}

function defineAtom(atom: Atom): ResolvedUnit {
  const { code } = atom;
  if (atom.base !== undefined) {
    return { ...UNITY, code, dimensions: NO_DIMENSIONS.map((_, index) => (index === atom.base ? 1 : 0)) };
  }
  if (atom.isArbitrary && atom.unit === "1") return { ...UNITY, code, kinds: new Map([[code, 1]]) };
  const parsed = parseUnit(atom.unit);
  if (!parsed.ok) throw new Error(`the table of units holds ${code} with ${atom.unit}`);
  const inner = resolveNode(parsed.value);
  const unit = { ...inner, code, scale: multiplyScales(atom.value, inner.scale) };
  if (SUBSTANCE_ATOMS.has(code)) return { ...unit, kinds: new Map([[code, 1]]) };
  const convert = atom.special === undefined ? undefined : SPECIAL_FUNCTIONS[atom.special];
  return convert === undefined ? unit : { ...unit, special: { convert, outer: UNIT_SCALE } };
}

/** The product of two units; a special unit takes a plain number beside it and nothing else. */
export function multiplyUnits(a: ResolvedUnit, b: ResolvedUnit): ResolvedUnit {
  if (a.special !== undefined || b.special !== undefined) return scaleSpecial(a, b);
  const kinds = new Map(a.kinds);
  for (const [kind, power] of b.kinds) addPower(kinds, kind, power);
  return {
    code: `${a.code}.${b.code}`,
    scale: multiplyScales(a.scale, b.scale),
    dimensions: a.dimensions.map((power, index) => power + b.dimensions[index]!),
    kinds,
  };
}

export function raiseUnit(unit: ResolvedUnit, power: number): ResolvedUnit {
  if (unit.special !== undefined && power !== 1) throw new SpecialInProduct(unit.code);
  const kinds = new Map<string, number>();
  for (const [kind, own] of unit.kinds) if (own * power !== 0) kinds.set(kind, own * power);
  return {
    code: unit.code,
    scale: raiseScale(unit.scale, power),
    dimensions: unit.dimensions.map((own) => (own === 0 ? 0 : own * power)),
    kinds,
  };
}

function scaleSpecial(a: ResolvedUnit, b: ResolvedUnit): ResolvedUnit {
  const [special, factor] = a.special === undefined ? [b, a] : [a, b];
  const isPlain =
    factor.special === undefined && factor.kinds.size === 0 && factor.dimensions.every((power) => power === 0);
  if (!isPlain || special.special === undefined) throw new SpecialInProduct(special.code);
  const outer = multiplyScales(special.special.outer, factor.scale);
  return { ...special, special: { ...special.special, outer } };
}

function withAnnotation(unit: ResolvedUnit, annotation: string | undefined): ResolvedUnit {
  const kind = annotation === undefined ? undefined : meaningOfAnnotation(annotation);
  if (kind === undefined) return unit;
  const kinds = new Map(unit.kinds);
  addPower(kinds, kind, 1);
  return { ...unit, kinds };
}

// Annotations are comments to UCUM. These two are not to a reader: 5 log copies is no 5 copies, and a clearance per
// 1.73 m2 of body surface is not the clearance of the person.
function meaningOfAnnotation(annotation: string): string | undefined {
  if (/^log/i.test(annotation)) return LOGARITHM_KIND;
  return /1\.73/.test(annotation) ? "{1.73_m2}" : undefined;
}

export const LOGARITHM_KIND = "{log}";

function addPower(kinds: Map<string, number>, kind: string, power: number): void {
  const sum = (kinds.get(kind) ?? 0) + power;
  if (sum === 0) kinds.delete(kind);
  else kinds.set(kind, sum);
}
