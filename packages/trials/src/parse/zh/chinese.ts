import { readPlusAndMinus, tellEgfrApart } from "../en/rules.ts";
import { joinConditionalThresholds, repeatMeasures } from "../grammar/conditional.ts";
import { shareChanges } from "../grammar/gene-rows.ts";
import { dropIndifferent } from "../grammar/indifferent.ts";
import { keepReasons } from "../grammar/reasons.ts";
import { chineseHeartBlocks } from "../heart-blocks.ts";
import type { Language } from "../language.ts";
import type { MarkValue } from "../mark.ts";
import { chineseMolecular } from "../molecular.ts";
import { lexiconOf } from "../read/lexicon.ts";
import { dropOtherUnits, nameAges, readBoundsBefore, readPressurePairs, settleUnits } from "./bounds.ts";
import { keepAftermaths, splitMovements } from "./changes.ts";
import { circumstances } from "./circumstances.ts";
import { joinEnumerations, partClauses } from "./clauses.ts";
import { comparisons } from "./comparisons.ts";
import { conditions } from "./conditions.ts";
import { liftDoses } from "./doses.ts";
import { drugClasses } from "./drug-classes.ts";
import { events } from "./events.ts";
import { exceptPermitted, orderExceptions } from "./exceptions.ts";
import { joinHanWords, keepFluidsApart } from "./han-words.ts";
import { headings } from "./headings.ts";
import { measures } from "./measures.ts";
import { alignTimes, dropPoints, putLimitsBehind, readInclusiveness, readLines, readSigns } from "./numbers.ts";
import {
  demandOfWomen,
  denyContraception,
  joinRanges,
  keepRefusals,
  parseReasonsApart,
  qualifyPairs,
  readAllergies,
  readConsentDays,
  readDurations,
  settleWords,
} from "./phrases.ts";
import { procedures } from "./procedures.ts";
import { quantifiers } from "./quantifiers.ts";
import { relations } from "./relations.ts";
import { nameResults, openProteinLevels } from "./results.ts";
import { times } from "./times.ts";
import { treatmentGroups } from "./treatments.ts";
import { words } from "./words.ts";

/** Chinese criteria, with the English names and units that they keep. Where two tables know a phrase, the earlier one decides. */
export const chinese: Language = {
  id: "zh",
  lexicon: lexiconOf<MarkValue>([
    ...circumstances,
    ...chineseMolecular,
    ...measures,
    ...quantifiers,
    ...comparisons,
    ...times,
    ...relations,
    ...treatmentGroups,
    ...drugClasses,
    ...chineseHeartBlocks,
    ...conditions,
    ...procedures,
    ...events,
    ...words,
  ]),
  headings: lexiconOf(headings),
  rulesBefore: [
    joinHanWords,
    dropIndifferent,
    keepReasons,
    keepFluidsApart,
    dropPoints,
    readInclusiveness,
    readSigns,
    alignTimes,
    putLimitsBehind,
    readLines,
    tellEgfrApart,
    readPlusAndMinus,
    readConsentDays,
    splitMovements,
    keepAftermaths,
  ],
  rulesBetween: [
    readBoundsBefore,
    nameAges,
    readPressurePairs,
    dropOtherUnits,
    repeatMeasures,
    openProteinLevels,
    shareChanges,
    nameResults,
    readAllergies,
    qualifyPairs,
  ],
  rulesAfter: [
    keepRefusals,
    denyContraception,
    settleUnits,
    joinRanges,
    liftDoses,
    joinConditionalThresholds,
    readDurations,
    parseReasonsApart,
    exceptPermitted,
    orderExceptions,
    demandOfWomen,
    partClauses,
    joinEnumerations,
    settleWords,
  ],
};
