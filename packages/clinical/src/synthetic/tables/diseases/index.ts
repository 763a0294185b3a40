import type { DiseaseModule } from "../../model/module.ts";
import { breastCancer } from "./cancer-breast.ts";
import { colorectalCancer, gastricCancer, liverCancer } from "./cancer-digestive.ts";
import { lungCancer } from "./cancer-lung.ts";
import { prostateCancer } from "./cancer-prostate.ts";
import { dyslipidaemia } from "./dyslipidaemia.ts";
import { everydayDiseases } from "./everyday.ts";
import { coronaryDisease, heartFailure } from "./heart.ts";
import { hypertension } from "./hypertension.ts";
import { covid, tuberculosis } from "./infections.ts";
import { kidneyDisease } from "./kidney-disease.ts";
import { cirrhosis, hepatitisB, hepatitisC } from "./liver.ts";
import { asthma, copd } from "./lungs.ts";
import { depression, lupus, rheumatoidArthritis } from "./mind-and-immunity.ts";
import { atrialFibrillation, stroke } from "./rhythm-and-stroke.ts";
import { type2Diabetes } from "./type-2-diabetes.ts";

/** Every disease, in an order in which each comes after the ones its risks name. */
export const diseaseModules: readonly DiseaseModule[] = [
  hypertension,
  type2Diabetes,
  dyslipidaemia,
  kidneyDisease,
  copd,
  asthma,
  coronaryDisease,
  heartFailure,
  atrialFibrillation,
  stroke,
  hepatitisB,
  hepatitisC,
  cirrhosis,
  lungCancer,
  breastCancer,
  colorectalCancer,
  gastricCancer,
  liverCancer,
  prostateCancer,
  depression,
  rheumatoidArthritis,
  lupus,
  tuberculosis,
  covid,
  ...everydayDiseases,
];
