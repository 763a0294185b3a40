export { openRescorer } from "./open-rescorer.ts";
export { type RescoringSettings, rescoring } from "./rescoring.ts";
