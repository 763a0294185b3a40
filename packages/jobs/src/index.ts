export { activity } from "./activity.ts";
export { jobsErrors } from "./errors.ts";
export { type JobWorker, type SuperviseOptions, superviseWorkers } from "./supervise.ts";
