import { joinConditionalThresholds, repeatMeasures } from "../grammar/conditional.ts";
import { shareChanges } from "../grammar/gene-rows.ts";
import { dropIndifferent } from "../grammar/indifferent.ts";
import { keepReasons } from "../grammar/reasons.ts";
import { englishHeartBlocks } from "../heart-blocks.ts";
import type { Language } from "../language.ts";
import type { MarkValue } from "../mark.ts";
import { englishMolecular } from "../molecular.ts";
import { lexiconOf } from "../read/lexicon.ts";
import { circumstances } from "./circumstances.ts";
import { comparisons } from "./comparisons.ts";
import { drugClasses } from "./drug-classes.ts";
import { events } from "./events.ts";
import { headings } from "./headings.ts";
import { laboratory } from "./laboratory.ts";
import { measures } from "./measures.ts";
import { dropMethods } from "./methods.ts";
import { keepFailures, keepOtherMeanings } from "./other-meanings.ts";
import { pairs } from "./pairs.ts";
import { quantifiers } from "./quantifiers.ts";
import { relations } from "./relations.ts";
import {
  dropWhy,
  keepAgesOfThings,
  openDenials,
  readAllLeukaemia,
  readPlusAndMinus,
  settleWords,
  splitAndComparators,
  tellDurations,
  tellEgfrApart,
  tellPastTreatments,
  tellSensitivity,
} from "./rules.ts";
import { dropStatements } from "./statements.ts";
import { nameSystems } from "./systems.ts";
import { times } from "./times.ts";
import { treatmentGroups } from "./treatments.ts";
import { words } from "./words.ts";

/** English criteria. Where two tables know a phrase, the earlier one decides. */
export const english: Language = {
  id: "en",
  lexicon: lexiconOf<MarkValue>([
    ...circumstances,
    ...englishMolecular,
    ...measures,
    ...laboratory,
    ...quantifiers,
    ...comparisons,
    ...times,
    ...relations,
    ...treatmentGroups,
    ...drugClasses,
    ...englishHeartBlocks,
    ...pairs,
    ...events,
    ...words,
  ]),
  headings: lexiconOf(headings),
  rulesBefore: [
    readAllLeukaemia,
    nameSystems,
    dropIndifferent,
    dropMethods,
    dropStatements,
    dropWhy,
    keepAgesOfThings,
    keepFailures,
    keepOtherMeanings,
    keepReasons,
    tellDurations,
    tellEgfrApart,
    tellSensitivity,
    tellPastTreatments,
    readPlusAndMinus,
    splitAndComparators,
  ],
  rulesBetween: [repeatMeasures, shareChanges],
  rulesAfter: [openDenials, settleWords, joinConditionalThresholds],
};
