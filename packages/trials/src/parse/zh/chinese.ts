import { readPlusAndMinus, tellEgfrApart } from "../en/rules.ts";
import type { Language } from "../language.ts";
import type { MarkValue } from "../mark.ts";
import { lexiconOf } from "../read/lexicon.ts";
import { nameAges, readBoundsBefore, readPressurePairs } from "./bounds.ts";
import { comparisons } from "./comparisons.ts";
import { joinConditionalThresholds, repeatMeasures } from "./conditional.ts";
import { conditions } from "./conditions.ts";
import { liftDoses } from "./doses.ts";
import { events } from "./events.ts";
import { orderExceptions } from "./exceptions.ts";
import { joinHanWords } from "./han-words.ts";
import { headings } from "./headings.ts";
import { measures } from "./measures.ts";
import { putLimitsBehind, readInclusiveness, readLines, readSigns } from "./numbers.ts";
import { demandOfWomen, joinRanges, parseReasonsApart, qualifyPairs, readAllergies, readDurations, settleWords } from "./phrases.ts";
import { nameResults } from "./results.ts";
import { readCategories, readStagesBehind } from "./stages.ts";
import { times } from "./times.ts";
import { treatmentGroups } from "./treatments.ts";
import { words } from "./words.ts";

/** Chinese criteria, with the English names and units that they keep. Where two tables know a phrase, the earlier one decides. */
export const chinese: Language = {
  id: "zh",
  lexicon: lexiconOf<MarkValue>([...measures, ...comparisons, ...times, ...treatmentGroups, ...conditions, ...events, ...words]),
  headings: lexiconOf(headings),
  rulesBefore: [joinHanWords, readInclusiveness, readSigns, putLimitsBehind, readLines, readCategories, readStagesBehind, tellEgfrApart, readPlusAndMinus],
  rulesBetween: [readBoundsBefore, nameAges, readPressurePairs, repeatMeasures, nameResults, readAllergies, qualifyPairs],
  rulesAfter: [joinRanges, liftDoses, joinConditionalThresholds, readDurations, parseReasonsApart, orderExceptions, demandOfWomen, settleWords],
};
