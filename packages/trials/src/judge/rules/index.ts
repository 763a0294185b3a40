import type { Rule } from "../case.ts";
import { agreement } from "./agreement.ts";
import { lasting } from "./lasting.ts";
import { healthyOnly, otherKind, permits } from "./mismatch.ts";
import { ageAndSex, applies, menopause, nothingAsked, pregnancy } from "./person.ts";
import {
  contradictedInclusion,
  deniedExclusion,
  statedExclusion,
  takenExclusion,
  valueNotGiven,
  values,
} from "./statements.ts";
import { anyListed, askedAtScreening, furtherCourse, ofSubgroup, outlives, treatmentUntold } from "./untold.ts";

/** In this order; the first that decides does. What none decides is weighed by the model. */
export const rules: readonly (readonly [string, Rule])[] = [
  ["nothingAsked", nothingAsked],
  ["applies", applies],
  ["ageAndSex", ageAndSex],
  ["menopause", menopause],
  ["pregnancy", pregnancy],
  ["agreement", agreement],
  ["values", values],
  ["valueNotGiven", valueNotGiven],
  ["askedAtScreening", askedAtScreening],
  ["furtherCourse", furtherCourse],
  ["ofSubgroup", ofSubgroup],
  ["outlives", outlives],
  ["lasting", lasting],
  ["anyListed", anyListed],
  ["treatmentUntold", treatmentUntold],
  ["takenExclusion", takenExclusion],
  ["statedExclusion", statedExclusion],
  ["deniedExclusion", deniedExclusion],
  ["contradictedInclusion", contradictedInclusion],
  ["permits", permits],
  ["healthyOnly", healthyOnly],
  ["otherKind", otherKind],
];
