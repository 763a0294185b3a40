export { answerSite } from "./answer-site.workflow.ts";
export { refreshSite } from "./refresh-site.workflow.ts";
