import type { UnitNode } from "./parse-unit.ts";

const LARGE_OR_ODD_PREFIXES: ReadonlySet<string> = new Set([
  "Y",
  "Z",
  "E",
  "P",
  "T",
  "G",
  "M",
  "h",
  "da",
  "a",
  "z",
  "y",
]);
const PHYSICAL_ATOMS: ReadonlySet<string> = new Set(["Bq", "Hz", "Pa", "eV", "J", "W", "Ohm", "mol", "[iU]", "[IU]"]);
const RARE_ATOMS: ReadonlySet<string> = new Set([
  "G",
  "P",
  "b",
  "u",
  "B",
  "R",
  "ar",
  "AU",
  "pc",
  "att",
  "RAD",
  "REM",
  "T",
  "C",
  "F",
]);

/**
 * Whether a well-formed code is likely to mean what UCUM says when a person wrote it. `Mg/dL` would be megagrams,
 * `K/mL` kelvin, `mg/24` a 24th of a milligram: such texts are not taken as they stand.
 */
export function isPlausible(node: UnitNode, isRatio: boolean): boolean {
  switch (node.kind) {
    case "symbol": {
      const { prefix, atom } = node.symbol;
      if (RARE_ATOMS.has(atom.code) || (isRatio && atom.code === "K")) return false;
      if (atom.code === "t" && prefix !== undefined) return false;
      return prefix === undefined || !LARGE_OR_ODD_PREFIXES.has(prefix.code) || PHYSICAL_ATOMS.has(atom.code);
    }
    case "group":
    case "reciprocal":
      return isPlausible(node.inner, isRatio);
    case "product":
    case "quotient":
      return isPlausible(node.left, isRatio) && isPlausible(node.right, isRatio);
    case "number":
      return node.digits === "1";
    case "annotation":
      return true;
  }
}
