import type { Fact } from "@qinghao/clinical";
import type { Touch } from "../criteria/define-criterion.ts";
import type { Criterion } from "../criteria/document.schema.ts";
import type { Terminology } from "../terminology.ts";
import { type CompiledDocument, compileCriterion } from "./compile-document.ts";
import { includes } from "./concept-members.ts";

/** The facts that a criterion reads. A change of anything else cannot change its verdict. */
export const touches = (criterion: Criterion, terminology: Terminology): readonly Touch[] =>
  compileCriterion(criterion, terminology).touches;

/** Whether a changed fact may change what reads these facts. */
export const isTouchedBy = (touch: Touch, fact: Pick<Fact, "kind" | "concept">): boolean =>
  touch.kind === fact.kind &&
  (touch.members === null || (fact.concept !== null && includes(touch.members, fact.concept)));

/** From a kind and concept to the criteria that read it, for many changes to one document. */
export type TouchIndex = {
  /** Numbers of the criteria that a changed fact touches, in the document's order. */
  ofFact(fact: Pick<Fact, "kind" | "concept">): readonly number[];
  /** Numbers of the criteria that read the person's row: age, sex, the observed time. */
  readonly ofPerson: readonly number[];
};

export function indexTouches(document: CompiledDocument): TouchIndex {
  const known = new Map<string, readonly number[]>();
  const numbersWhere = (holds: (touch: Touch) => boolean): number[] =>
    document.criteria.flatMap((criterion, number) => (criterion.touches.some(holds) ? [number] : []));
  return {
    ofPerson: numbersWhere((touch) => touch.kind === "person"),
    ofFact: (fact) => {
      const key = `${fact.kind}|${fact.concept}`;
      let numbers = known.get(key);
      if (numbers === undefined) {
        numbers = numbersWhere((touch) => isTouchedBy(touch, fact));
        known.set(key, numbers);
      }
      return numbers;
    },
  };
}
