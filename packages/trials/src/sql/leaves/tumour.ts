import { assertions, factKinds } from "@qinghao/clinical";
import type { ConceptSet } from "../../criteria/ranges.schema.ts";
import { tumourOf } from "../../criteria/stage/tumour.ts";
import { exactIds, isOneOf } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { allOf, anyOf } from "../expression.ts";

/** Of a row `f` that is a stage: whether it is or may be of the tumour asked for, and whether it surely is. */
export type TumourRows = { readonly counts: string; readonly isMeant: string };

const assertionNumber = (assertion: (typeof assertions)[number]): number => assertions.indexOf(assertion);

/** The rules of `criteria/stage/tumour.ts` as SQL. */
export function tumourRows(concepts: ConceptSet, context: CompileContext): TumourRows {
  const tumour = tumourOf(concepts, context.terminology);
  const numbers = (ids: ReadonlySet<string>) => exactIds(ids, context).certain;
  const certain = numbers(tumour.certain);
  const diagnosed = (ids: readonly number[], ...said: (typeof assertions)[number][]) =>
    `select patient from fact where ${allOf(
      `kind = ${factKinds.indexOf("condition")}`,
      isOneOf("concept", ids),
      `assertion in (${said.map(assertionNumber).join(", ")})`,
      `start_lo <= ${context.asOf}`,
    )}`;
  const others = numbers(tumour.others);
  const alone = others.length === 0 ? "" : ` except ${diagnosed(others, "present", "possible")}`;
  const isOnly = certain.length === 0 ? "false" : `f.patient in (${diagnosed(certain, "present")}${alone})`;
  return {
    counts: anyOf("f.tumour = 0", isOneOf("f.tumour", [...certain, ...numbers(tumour.mayBe)])),
    isMeant: anyOf(isOneOf("f.tumour", certain), allOf("f.tumour = 0", isOnly)),
  };
}
