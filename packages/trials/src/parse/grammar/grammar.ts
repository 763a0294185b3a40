import type { Language, Rule, RuleContext } from "../language.ts";
import type { Mark } from "../mark.ts";
import { joinBounds, shareUnits } from "./bounds.ts";
import { joinChanges } from "./changes.ts";
import { joinDoses } from "./doses.ts";
import { joinEvents } from "./events.ts";
import { joinFasting } from "./fasting.ts";
import { joinGrades, readToxicityGrades } from "./grades.ts";
import { aroundGroups, inGroups, joinGroups } from "./groups.ts";
import { readHalfLives } from "./half-lives.ts";
import { joinIntents } from "./intents.ts";
import { joinMeasures } from "./measures.ts";
import { joinModifiers } from "./modifiers.ts";
import { joinNeeds } from "./needs.ts";
import { joinPlans, turnPlans } from "./plans.ts";
import { joinPressures } from "./pressures.ts";
import { joinQuantities } from "./quantities.ts";
import { joinSandwiches } from "./sandwiches.ts";
import { readGrades } from "./scores.ts";
import { readCategories } from "./stages/read-categories.ts";
import { readStageGroups } from "./stages/read-groups.ts";
import { joinTemporals } from "./temporals.ts";
import { joinVariants } from "./variants.ts";
import { joinWindows } from "./windows.ts";

const values: readonly Rule[] = [
  inGroups(readGrades),
  inGroups(readCategories),
  readStageGroups,
  inGroups(joinPressures),
  inGroups(joinQuantities),
  inGroups(readToxicityGrades),
  inGroups(joinBounds),
  inGroups(shareUnits),
  inGroups(joinSandwiches),
];
const circumstances: readonly Rule[] = [aroundGroups(joinIntents), inGroups(joinNeeds), inGroups(joinPlans)];
const leaves: readonly Rule[] = [
  aroundGroups(joinFasting),
  inGroups(joinVariants),
  inGroups(joinChanges),
  inGroups(joinGrades),
  joinMeasures,
  inGroups(joinModifiers),
  inGroups(joinEvents),
  inGroups(turnPlans),
  inGroups(joinDoses),
  inGroups(joinTemporals),
];

const times: readonly Rule[] = [readHalfLives, inGroups(joinWindows)];
const run = (rules: readonly Rule[], marks: Mark[], context: RuleContext): Mark[] =>
  rules.reduce((current, rule) => rule(current, context), marks);

/** The first half of the grammar: groups, grades, stages, quantities with their bounds, windows. */
export const joinValues = (language: Language, marks: Mark[], context: RuleContext): Mark[] =>
  run(
    [
      joinGroups,
      ...language.rulesBefore.map(inGroups),
      ...circumstances,
      ...values,
      ...times,
      ...language.rulesBetween.map(inGroups),
    ],
    marks,
    context,
  );

const ages = (marks: readonly Mark[]): boolean =>
  marks.some((mark) =>
    mark.type === "group" ? ages(mark.of) : mark.type === "leaf" && mark.isLoose !== true && mark.tree.kind === "age",
  );

/** "Adults aged 18 to 65": where an age is given in numbers, the word for it says nothing more. */
const dropLooseAges: Rule = (marks, context) =>
  ages(marks)
    ? inGroups((of) =>
        of.map(
          (mark): Mark =>
            mark.type === "leaf" && mark.isLoose ? { start: mark.start, end: mark.end, type: "filler" } : mark,
        ),
      )(marks, context)
    : marks;

/** All rules in their order: the language's own stand before, between and after the shared ones. */
export const applyGrammar = (language: Language, marks: Mark[], context: RuleContext): Mark[] =>
  run([...leaves, ...language.rulesAfter.map(inGroups), dropLooseAges], joinValues(language, marks, context), context);
