import type { ResultLeaf } from "../../criteria/result/result.schema.ts";
import { matchStage } from "../../criteria/stage/match-stage.ts";
import type { StageLeaf } from "../../criteria/stage/stage.schema.ts";
import { partsOf } from "../../criteria/stage/stage.ts";
import { conceptIds, isOneOf } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { compileEvents, daysOf, type Spans } from "../events.ts";
import { allOf, caseOf } from "../expression.ts";
import { noNumber, pickRelation, type Results } from "../pick.ts";
import { type Plan, unknownPlan } from "../relation.ts";
import { valueStates } from "../rows.ts";
import { resultRows } from "./measurement.ts";
import { tumourRows } from "./tumour.ts";

/** Results given in words. An answer that is none of the known words leaves it open. */
export function codedResults(leaf: ResultLeaf, context: CompileContext): Results & Spans {
  const { dictionary } = context;
  const isCoded = `f.value_state = ${valueStates.coded}`;
  const wanted = leaf.is.map((is) => dictionary.find(`RESULT:${is}`)).filter((id) => id !== 0);
  const words = dictionary.withPrefix("RESULT:").map(([id]) => id);
  return {
    ...resultRows(conceptIds({ of: [leaf.item] }, context), leaf.when, isCoded, context),
    truth: caseOf(
      [
        [isOneOf("f.value_concept", wanted), "2"],
        [isOneOf("f.value_concept", words), "0"],
      ],
      "1",
    ),
    ...noNumber,
  };
}

export const compileResult = (leaf: ResultLeaf, context: CompileContext): Plan =>
  pickRelation(codedResults(leaf, context), leaf.pick);

/** Records of each part of the stage that the criterion names. */
export function stageResults(leaf: StageLeaf, context: CompileContext): (Results & Spans)[] {
  const days = daysOf(leaf.when, "stage", context.asOf);
  const tumour = leaf.concepts === undefined ? null : tumourRows(leaf.concepts, context);
  return partsOf(leaf).map(({ prefix, wanted }) => {
    const codes = context.dictionary.withPrefix(prefix);
    const saying = (truth: "true" | "unknown") =>
      codes.filter(([, code]) => matchStage(code.slice(prefix.length), wanted) === truth).map(([id]) => id);
    const events = compileEvents({
      kind: "stage",
      concepts: { certain: codes.map(([id]) => id), mayBe: [] },
      windows: days === null ? [] : [days],
      attributes: [],
      asOf: context.asOf,
    });
    return {
      ...events,
      where: allOf(events.where, events.candidate, tumour?.counts ?? "true"),
      certain: allOf(events.certain, tumour?.isMeant ?? "true"),
      truth: caseOf(
        [
          [isOneOf("f.concept", saying("true")), "2"],
          [isOneOf("f.concept", saying("unknown")), "1"],
        ],
        "0",
      ),
      ...noNumber,
    };
  });
}

/** Every part must fit, each decided by its latest record; of a named tumour only where one is surely of it. */
export function compileStage(leaf: StageLeaf, context: CompileContext): Plan {
  const isMeant = leaf.concepts === undefined ? null : tumourRows(leaf.concepts, context).isMeant;
  const parts = stageResults(leaf, context).map((results) => {
    const picked = pickRelation(results);
    if (isMeant === null) return picked;
    const meant = `select f.patient from fact f where ${allOf(results.where, isMeant)}`;
    return { ...picked, sql: `select patient, rank from (${picked.sql}) s where patient in (${meant})` };
  });
  return parts.length === 0 ? unknownPlan : { kind: "all", of: parts };
}
