export { hba1cIfccFromPercent, hba1cPercentFromIfcc } from "./analyte-relations.ts";
export { areConvertible, type ConvertOptions, convert, ENZYME_ACTIVITY_UNITS } from "./convert.ts";
export { displayNameOfUnit } from "./display-name.ts";
export {
  type CanonicalUnit,
  canonicaliseUnit,
  convertQuantity,
  divideQuantities,
  multiplyQuantities,
  type Quantity,
  validateUnit,
} from "./quantity.ts";
export { type ReadUnit, readUnit } from "./read-unit.ts";
export { SPELLINGS } from "./spellings.ts";
export { explainUnitFailure, type UnitFailure, type UnitFailureCode } from "./unit-failure.ts";
