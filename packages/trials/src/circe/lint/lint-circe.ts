import type { CirceDocument } from "../read.ts";
import { checkConceptSets } from "./check-concept-sets.ts";
import { checkLogic } from "./check-logic.ts";
import { checkValues } from "./check-values.ts";
import type { CirceFinding } from "./findings.ts";
import { sitesOf } from "./sites.ts";

/** What a reviewer of a Circe definition should look at: errors first, then warnings, then hints. */
export function lintCirce({ expression }: CirceDocument): CirceFinding[] {
  const sites = sitesOf(expression);
  const findings = [
    ...checkValues(expression, sites),
    ...checkConceptSets(expression, sites),
    ...checkLogic(expression, sites),
  ];
  const order = { error: 0, warning: 1, info: 2 };
  return findings.sort((a, b) => order[a.severity] - order[b.severity]);
}
