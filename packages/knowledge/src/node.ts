export {
  type BuildOptions,
  type BuiltKnowledge,
  buildKnowledge,
  type KnowledgeManifest,
} from "./node/build-knowledge.ts";
export { openPackFile, type PackName, packFileNames, packFileOf } from "./node/pack-files.ts";
export { readSources } from "./node/read-sources.ts";
export { standardFolders } from "./node/standard-folders.ts";
