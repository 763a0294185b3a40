export { type Bm25, indexBm25 } from "./note/bm25.ts";
export { rankTrialsForNote, type TrialAsText } from "./note/rank-note-trials.ts";
export { type Ranked, rankedSchema } from "./rank.schema.ts";
export { matchPatients, rankPatients } from "./rank-patients.ts";
export { rankTrials, type TrialForMatching, type TrialRanking } from "./rank-trials.ts";
