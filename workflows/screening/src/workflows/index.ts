export { runCampaign } from "./run-campaign.workflow.ts";
export { runStage } from "./run-stage.workflow.ts";
