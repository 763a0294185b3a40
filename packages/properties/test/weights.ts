import { fileURLToPath } from "node:url";

/** The shipped weights. */
export const weightsDir = fileURLToPath(new URL("../../../datasets/weights", import.meta.url));

/** The TDC benchmark group where the shared data lie beside the repository. */
export const dataDir = fileURLToPath(new URL("../../../../shared/datasets/admet/tdc_admet_group", import.meta.url));
