export {
  cachedTemporal,
  cacheRoot,
  type FoundTemporal,
  findChromium,
  findTemporal,
  temporalVersion,
} from "./discovery.mjs";
export { servicesErrors } from "./errors.ts";
export { ensureOwnDatabase } from "./own-database.ts";
export { anyFreePort, freePort, isPortFree } from "./ports.ts";
export { type RunningPostgres, type RunningService, type StartPostgresOptions, startPostgres } from "./postgres.ts";
export {
  commandLineOf,
  type Exit,
  isAlive,
  logTail,
  type Program,
  type ProgramOptions,
  sleep,
  startMarkOf,
  startProgram,
} from "./process.ts";
export { isTemporalHealthy, type RunningTemporal, type StartTemporalOptions, startTemporal } from "./temporal.ts";
