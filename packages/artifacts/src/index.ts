export { artifactsErrors } from "./errors.ts";
export { createMemoryStore } from "./memory-store.ts";
export type { ArtifactBytes, ArtifactStat, ArtifactStore } from "./store.ts";
