export { activity } from "./activity.ts";
export { jobsErrors } from "./errors.ts";
export { isPolled, waitsForAccelerator } from "./is-polled.ts";
export { type JobWorker, type SuperviseOptions, superviseWorkers } from "./supervise.ts";
