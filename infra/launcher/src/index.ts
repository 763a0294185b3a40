export { demonstrationFile, demonstrationName } from "./demonstration.ts";
export { launcherErrors } from "./errors.ts";
export { checkHealth, type Finding, type Places } from "./health.ts";
export { type LaunchOptions, readOptions } from "./options.ts";
export { defaultBackoffMs, type PartEvent, type RunningPart, type Supervised, supervise } from "./supervisor.ts";
