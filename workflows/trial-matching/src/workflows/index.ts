export { matchTrial } from "./match-trial.workflow.ts";
