import { router } from "../../trpc.ts";
import { amendTrial } from "./amend.ts";
import { draftWithModel, getDrafter } from "./draft-criteria.ts";
import { getTrial } from "./get.ts";
import { getCriteria } from "./get-criteria.ts";
import { importTrial } from "./import.ts";
import { listTrials } from "./list.ts";
import { listSites } from "./list-sites.ts";
import { cancelMatchRun, getMatchRun, listMatchRuns } from "./match-runs.ts";
import { annotateText, explainTreeInWords, parseCriteriaText } from "./read-text.ts";
import { renameTrial } from "./rename.ts";
import { reviseCriteria } from "./revise-criteria.ts";
import { saveCriteria } from "./save-criteria.ts";
import { signCriteria } from "./sign-criteria.ts";
import { startMatch } from "./start-match.ts";

/** Trials, their criteria in versions, and the runs that put them to hospitals. */
export const trialsRouter = router({
  list: listTrials,
  get: getTrial,
  import: importTrial,
  amend: amendTrial,
  rename: renameTrial,
  criteria: router({
    get: getCriteria,
    save: saveCriteria,
    sign: signCriteria,
    revise: reviseCriteria,
    drafter: getDrafter,
    draft: draftWithModel,
    parse: parseCriteriaText,
    annotate: annotateText,
    explain: explainTreeInWords,
  }),
  sites: listSites,
  runs: router({ start: startMatch, get: getMatchRun, list: listMatchRuns, cancel: cancelMatchRun }),
});
