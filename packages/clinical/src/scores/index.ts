export { bodyMassIndex, bodySurfaceAreaDuBois, bodySurfaceAreaMosteller } from "./body-size.ts";
export {
  type ChildPughParts,
  type ClinicalGrade,
  childPughClass,
  childPughPoints,
  type PointSpan,
} from "./child-pugh.ts";
export { anionGap, correctedCalcium } from "./electrolytes.ts";
export {
  CREATININE_UMOL_PER_L_PER_MG_PER_DL,
  creatinineClearanceCockcroftGault,
  type EquationSex,
  egfrCkdEpi2021,
} from "./kidney.ts";
export { ecogOfKarnofsky, karnofskyOfEcog } from "./performance-status.ts";
export { qtcBazett, qtcFridericia } from "./qt.ts";
