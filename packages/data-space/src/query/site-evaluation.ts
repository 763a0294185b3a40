import type { PersonSet } from "../gate/person-set.ts";

/** People of a site by their verdicts, as the engine found them. Never leaves the site: `releaseOf` makes what does. */
export type SiteEvaluation = {
  rule: string;
  population: PersonSet;
  criteria: readonly CriterionPeople[];
  /** People of the population who had died by the index date: never eligible. */
  dead: PersonSet;
  /** For each asked form: people whom the criterion in that form does not exclude. */
  loosened: readonly { id: string; criterion: string; passing: PersonSet }[];
};

export type CriterionPeople = {
  id: string;
  type: "inclusion" | "exclusion";
  met: PersonSet;
  notMet: PersonSet;
  /** People with a value within the asked share of the threshold, on the excluding side. */
  near: PersonSet;
};

/** Whom a criterion excludes. */
export const excludedBy = (criterion: CriterionPeople): PersonSet =>
  criterion.type === "inclusion" ? criterion.notMet : criterion.met;

/** Whom a criterion certainly lets pass. */
export const passedBy = (criterion: CriterionPeople): PersonSet =>
  criterion.type === "inclusion" ? criterion.met : criterion.notMet;
