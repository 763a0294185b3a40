import type { Rule } from "../case.ts";
import { agreement } from "./agreement.ts";
import { ageAndSex, applies, nothingAsked, pregnancy } from "./person.ts";
import { contradictedInclusion, deniedExclusion, statedExclusion, values } from "./statements.ts";

/** In this order; the first that decides does. What none decides is weighed by the model. */
export const rules: readonly (readonly [string, Rule])[] = [
  ["nothingAsked", nothingAsked],
  ["applies", applies],
  ["ageAndSex", ageAndSex],
  ["pregnancy", pregnancy],
  ["agreement", agreement],
  ["values", values],
  ["statedExclusion", statedExclusion],
  ["deniedExclusion", deniedExclusion],
  ["contradictedInclusion", contradictedInclusion],
];
