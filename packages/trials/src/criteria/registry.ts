import { age } from "./age/age.ts";
import { allergy } from "./allergy/allergy.ts";
import { condition } from "./condition/condition.ts";
import { consent } from "./consent/consent.ts";
import { ctcae } from "./ctcae/ctcae.ts";
import type { CriterionKind } from "./define-criterion.ts";
import { drug } from "./drug/drug.ts";
import { lifeExpectancy } from "./life-expectancy/life-expectancy.ts";
import { measurement } from "./measurement/measurement.ts";
import { procedure } from "./procedure/procedure.ts";
import { reproduction } from "./reproduction/reproduction.ts";
import { result } from "./result/result.ts";
import { score } from "./score/score.ts";
import { sex } from "./sex/sex.ts";
import { stage } from "./stage/stage.ts";
import { text } from "./text/text.ts";
import { therapyLines } from "./therapy-lines/therapy-lines.ts";
import type { Leaf, LeafKind } from "./tree.schema.ts";
import { variant } from "./variant/variant.ts";
import { visit } from "./visit/visit.ts";

/** Every criterion kind, one line each. */
export const criterionKinds: { readonly [K in LeafKind]: CriterionKind<Extract<Leaf, { kind: K }>> } = {
  age,
  sex,
  condition,
  procedure,
  drug,
  "therapy-lines": therapyLines,
  measurement,
  result,
  score,
  ctcae,
  stage,
  variant,
  reproduction,
  consent,
  allergy,
  visit,
  "life-expectancy": lifeExpectancy,
  text,
};

/** The definition of a leaf's kind. The registry pairs each kind with its own leaf, which TypeScript cannot follow here. */
export const kindOf = <L extends Leaf>(leaf: L): CriterionKind<L> =>
  criterionKinds[leaf.kind] as unknown as CriterionKind<L>;
