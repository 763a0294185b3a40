import { convert, type Fact } from "@qinghao/clinical";
import { changeOf } from "../../criteria/variant/change-of.ts";
import type { VariantLeaf } from "../../criteria/variant/variant.schema.ts";
import { findingOf } from "../../criteria/variant/variant.ts";
import { type Bounds, boundsOf } from "../../evaluate/bounds.ts";
import { NEGATIVE, POSITIVE } from "../../evaluate/statement.ts";
import { truthOfValue } from "../compare.ts";
import { conceptIds, isOneOf } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { silenceMeaning } from "../counts.ts";
import { compileEvents, daysOf, type Events } from "../events.ts";
import { allOf, anyOf, type Case, caseOf, numberLiteral } from "../expression.ts";
import { type Plan, relation } from "../relation.ts";
import { ALTERATION } from "../rows.ts";
import { closedTime } from "./event.ts";
import { canonical, isQuantity } from "./measurement.ts";
import { statementTruth } from "./statement.ts";

/** Records of the gene; `says` is what one says of the wanted change, 0 to 2, NULL where it speaks of something else. */
export type Findings = { readonly events: Events; readonly where: string; readonly says: string };

export function variantFindings(leaf: VariantLeaf, context: CompileContext): Findings {
  const days = daysOf(leaf.when, "variant", context.asOf);
  const events = compileEvents({
    kind: "variant",
    concepts: conceptIds({ of: [leaf.gene] }, context),
    windows: days === null ? [] : [days],
    attributes: [],
    asOf: context.asOf,
  });
  return { events, where: allOf(events.where, "f.assertion in (0, 1, 2)"), says: saysOf(leaf, context) };
}

type Sample = { readonly fact: Fact; readonly statement: number; readonly isQuantity: boolean };

// What a record says depends on its text, its statement and its sort of value alone (and on the level, below). The texts
// of the population are few: each is judged once, by the reference engine's own words, and the query tells them apart.
function saysOf(leaf: VariantLeaf, context: CompileContext): string {
  const { level: _level, ...plain } = leaf;
  const texts = [[0, undefined] as const, ...context.dictionary.withPrefix(ALTERATION)];
  const cases: Case[] = [];
  for (const isNumber of [false, true]) {
    for (const statement of [0, 1, 2]) {
      if (isNumber && statement === 1) continue;
      const byAnswer = new Map<string, number[]>();
      for (const [id, code] of texts) {
        const fact = sampleOf(leaf, code?.slice(ALTERATION.length), statement, isNumber);
        const answer = answerOf(plain, leaf, { fact, statement, isQuantity: isNumber });
        byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), id]);
      }
      const sort = allOf(isNumber ? isQuantity : `not ${isQuantity}`, `(${statementTruth(context)}) = ${statement}`);
      for (const [answer, ids] of byAnswer) cases.push([allOf(sort, isOneOf("f.alteration", ids)), answer]);
    }
  }
  return caseOf(cases, "null");
}

function answerOf(plain: VariantLeaf, leaf: VariantLeaf, sample: Sample): string {
  const says = findingOf(plain, sample.fact);
  if (says === null) return "null";
  const own = says === "true" ? "2" : says === "unknown" ? "1" : "0";
  const isLevelAsked =
    leaf.level !== undefined &&
    leaf.change !== "wild-type" &&
    changeOf(sample.fact) !== "wild-type" &&
    sample.statement !== 0;
  if (!isLevelAsked) return own;
  if (!sample.isQuantity) return "1";
  const fits = levelTruth(leaf.level!);
  return says === "true" ? `(${fits})` : `least(${fits}, 1)`;
}

function levelTruth({ range, unit }: NonNullable<VariantLeaf["level"]>): string {
  const factor = convert(1, "1", unit);
  if (!factor.ok) return "1";
  const bounds: Bounds = boundsOf(range);
  return truthOfValue(`(${canonical} * ${numberLiteral(factor.value)})`, "f.comparator", bounds);
}

function sampleOf(leaf: VariantLeaf, alteration: string | undefined, statement: number, isNumber: boolean): Fact {
  return {
    id: "sample",
    patient: "sample",
    kind: "variant",
    concept: leaf.gene.id,
    via: "code",
    codes: [],
    assertion: isNumber && statement === 0 ? "absent" : "present",
    start: null,
    end: null,
    ...(alteration === undefined ? {} : { alteration }),
    value: isNumber
      ? {
          type: "quantity",
          value: 1,
          unit: "1",
          ucum: "1",
          canonical: 1,
          canonicalUnit: "1",
          unitState: "canonical",
        }
      : { type: "code", concept: statement === 0 ? NEGATIVE : statement === 2 ? POSITIVE : null, codes: [] },
    source: { table: "sample", row: "sample" },
  };
}

/** One certain finding of the change is enough; a gene is wild-type only where no mutation was ever found. */
export function compileVariant(leaf: VariantLeaf, context: CompileContext): Plan {
  const { events, where, says } = variantFindings(leaf, context);
  const isWildType = leaf.change === "wild-type";
  const strong = isWildType ? "0" : "2";
  const weak = isWildType ? "2" : "0";
  // 3: certain and telling; 2: may be so; 1: certain of the opposite; 0: perhaps the opposite.
  const force = caseOf(
    [
      [allOf(`says = ${strong}`, "c"), "3"],
      [anyOf(`says = ${strong}`, "says = 1"), "2"],
      ["c", "1"],
    ],
    "0",
  );
  const isAsked = leaf.status === "positive";
  const rankOf = (truth: string) => ((truth === "2") === isAsked ? "3" : "1");
  const closed = isWildType ? null : closedTime({ ...leaf, kind: "variant" }, context);
  return relation(
    `select patient, case max(${force}) when 3 then ${rankOf(strong)} when 1 then ${rankOf(weak)} else 2 end as rank
      from (select f.patient, ${says} as says, ${events.surely} as c from fact f where ${where}) r where says is not null group by patient`,
    { silence: silenceMeaning(closed, isAsked ? "false" : "true") },
  );
}
