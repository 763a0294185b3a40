import { type DomainName, domainNames } from "../domains.ts";
import {
  type CirceCohortExpression,
  type CirceCorrelated,
  type CirceCriterion,
  type CirceCriterionBody,
  type CirceGroup,
  groupSchema,
} from "../schema.ts";
import { domainWords, partWords, ruleWords, type Words, within } from "./words.ts";

/** One criterion and where it stands. */
export type CriterionSite = {
  readonly domain: DomainName;
  readonly body: CirceCriterionBody;
  readonly pointer: string;
  /** The part of the definition, and the criterion in it, as a person names them. */
  readonly part: Words;
  readonly what: Words;
  /** Set where the criterion is asked around an index event. */
  readonly correlated: CirceCorrelated | null;
};

export type GroupSite = { readonly group: CirceGroup; readonly pointer: string; readonly part: Words };

export type Sites = { readonly criteria: readonly CriterionSite[]; readonly groups: readonly GroupSite[] };

/** Every criterion and group of a definition, nested ones included. */
export function sitesOf(expression: CirceCohortExpression): Sites {
  const criteria: CriterionSite[] = [];
  const groups: GroupSite[] = [];

  const visitCriterion = (
    criterion: CirceCriterion | null | undefined,
    pointer: string,
    part: Words,
    correlated: CirceCorrelated | null,
  ): void => {
    for (const domain of domainNames) {
      const body = criterion?.[domain];
      if (body === undefined) continue;
      const at = `${pointer}/${domain}`;
      criteria.push({ domain, body, pointer: at, part, what: within(domainWords[domain], part), correlated });
      const nested = groupSchema.nullish().parse(body.CorrelatedCriteria);
      if (nested != null) visitGroup(nested, `${at}/CorrelatedCriteria`, part);
    }
  };

  const visitGroup = (group: CirceGroup, pointer: string, part: Words): void => {
    groups.push({ group, pointer, part });
    (group.CriteriaList ?? []).forEach((correlated, at) => {
      visitCriterion(correlated.Criteria, `${pointer}/CriteriaList/${at}/Criteria`, part, correlated);
    });
    (group.Groups ?? []).forEach((child, at) => {
      visitGroup(child, `${pointer}/Groups/${at}`, part);
    });
  };

  (expression.PrimaryCriteria?.CriteriaList ?? []).forEach((criterion, at) => {
    visitCriterion(criterion, `/PrimaryCriteria/CriteriaList/${at}`, partWords.entry, null);
  });
  if (expression.AdditionalCriteria != null) {
    visitGroup(expression.AdditionalCriteria, "/AdditionalCriteria", partWords.additional);
  }
  (expression.InclusionRules ?? []).forEach((rule, at) => {
    if (rule.expression == null) return;
    visitGroup(rule.expression, `/InclusionRules/${at}/expression`, ruleWords(rule.name ?? at + 1));
  });
  (expression.CensoringCriteria ?? []).forEach((criterion, at) => {
    visitCriterion(criterion, `/CensoringCriteria/${at}`, partWords.censoring, null);
  });
  return { criteria, groups };
}
