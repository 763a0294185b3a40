import type { LexiconRow } from "../language.ts";
import { quantifier } from "../lexicon-rows.ts";

/** What the members of a list are called. */
const members =
  "{ criteria, criterion, conditions, condition, risk factors, risk factor, factors, symptoms, signs, features, findings, characteristics, items, events, diseases, disorders, requirements, parameters, abnormalities, categories, statements, options, reasons, circumstances, situations, laboratory values, laboratory abnormalities, laboratory criteria,}";
const following = "{the ,these ,}{following,below,following additional,following major,following minor}";

/** "At least n of the following". Numbers as words, digits, and "two (2)". */
const atLeast = (word: string, digit: number): LexiconRow => {
  const number = `{${word},${digit},${word} (${digit}),(${digit})}`;
  const least = `{at least ${number},${number} or more,≥ ${digit},≥${digit},>= ${digit},>=${digit},a minimum of ${number},minimum of ${number},any ${number},${number},more than ${digit - 1}}`;
  return quantifier(
    `${least} {of ,}${following}${members}|${least} of these${members}|{at least ${number},≥ ${digit},≥${digit},any ${number},${number} or more} of`,
    digit,
  );
};

/** How many members of a list are asked for. */
export const quantifiers: readonly LexiconRow[] = [
  atLeast("two", 2),
  atLeast("three", 3),
  atLeast("four", 4),
  atLeast("five", 5),
  quantifier("more than one of the following", 2),
  quantifier(
    `{any,any one,one,one or more,at least one,at least 1,either,either one,either one or more,1 or more,≥ 1,≥1,>= 1,1,some,one or both,at least one (1),a minimum of one} {of ,}${following}${members}|one or more of|at least one of|any of|any one of|either of|one of|any {following,one following}|one of these|at least one following|any of {these,those}${members}|one or more {of ,}these criteria|any of the criteria {below,listed below}`,
    "any",
  ),
  quantifier(
    `{all,each,every one,both} of {the ,these ,}{following ,}{criteria,conditions,requirements,}|{all,each,both} {of ,}${following}${members}|all the following|all of these|all following`,
    "all",
  ),
];
