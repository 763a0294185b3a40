import type { ConsentLeaf } from "../../criteria/consent/consent.schema.ts";
import type { LifeExpectancyLeaf } from "../../criteria/life-expectancy/life-expectancy.schema.ts";
import { daysOfUnit } from "../../criteria/life-expectancy/life-expectancy.ts";
import type { ReproductionLeaf } from "../../criteria/reproduction/reproduction.schema.ts";
import { ofWomenOnly } from "../../criteria/reproduction/reproduction.ts";
import { boundsOf } from "../../evaluate/bounds.ts";
import { NEGATIVE, POSITIVE } from "../../evaluate/statement.ts";
import { isObserved } from "../assemble.ts";
import { truthOfValue } from "../compare.ts";
import { exactIds } from "../concepts.ts";
import type { CompileContext } from "../context.ts";
import { silenceMeaning } from "../counts.ts";
import { compileEvents, daysOf } from "../events.ts";
import { allOf, caseOf } from "../expression.ts";
import { noNumber, pickRelation } from "../pick.ts";
import { type Plan, relation } from "../relation.ts";
import { valueStates } from "../rows.ts";
import { closedTime } from "./event.ts";
import { canonical, isQuantity } from "./measurement.ts";
import { isNotMale } from "./person.ts";

/** Whether a fact says that its state holds, 0 to 2: "absent", "no" and a negative result say that it does not. */
export function statementTruth({ dictionary }: CompileContext): string {
  const isAnswer = (code: string) => `f.value_concept = ${dictionary.find(code)} and f.value_concept <> 0`;
  return caseOf(
    [
      ["f.assertion = 1", "0"],
      [`f.value_state = ${valueStates.boolean} and f.value = 0`, "0"],
      [`f.value_state = ${valueStates.coded} and ${isAnswer(NEGATIVE)}`, "0"],
      [`f.value_state = ${valueStates.coded} and not (${isAnswer(POSITIVE)})`, "1"],
    ],
    "2",
  );
}

/** Pregnancy and what bears on it: the latest statement counts. */
export function compileReproduction(leaf: ReproductionLeaf, context: CompileContext): Plan {
  const days = daysOf(leaf.when, "status", context.asOf);
  const events = compileEvents({
    kind: "status",
    concepts: exactIds([`STATUS:${leaf.state}`], context),
    windows: days === null ? [] : [days],
    attributes: [],
    asOf: context.asOf,
  });
  const where = allOf(events.where, "f.assertion in (0, 1, 2)");
  const picked = pickRelation({
    ...events,
    where,
    certain: events.surely,
    truth: statementTruth(context),
    ...noNumber,
  });
  const closed = closedTime({ ...leaf, kind: "status" }, context);
  const parts: Plan[] = [{ ...picked, silence: silenceMeaning(closed, "false") }];
  // Statements of which none is certain may all fall away; in a closed world silence would then say no.
  if (closed !== null) {
    const isSure = `bool_or(${events.surely}) or not bool_or(${isObserved(closed)})`;
    parts.push(
      relation(
        `select f.patient, case when ${isSure} then 3 else 2 end as rank from fact f join person p on p.patient = f.patient where ${where} group by f.patient`,
      ),
    );
  }
  if (ofWomenOnly.has(leaf.state)) parts.push(isNotMale);
  return { kind: "all", of: parts };
}

/** Consent as recorded: the latest word counts. */
export function compileConsent(leaf: ConsentLeaf, context: CompileContext): Plan {
  const events = compileEvents({
    kind: "consent",
    concepts: exactIds([`CONSENT:${leaf.to}`], context),
    windows: [],
    attributes: [],
    asOf: context.asOf,
  });
  return pickRelation({
    ...events,
    where: allOf(events.where, "f.assertion in (0, 1, 2)"),
    certain: events.surely,
    truth: statementTruth(context),
    ...noNumber,
  });
}

/** Life expectancy in days as somebody estimated it. */
export function compileLifeExpectancy(leaf: LifeExpectancyLeaf, context: CompileContext): Plan {
  const events = compileEvents({
    kind: "status",
    concepts: exactIds(["STATUS:life-expectancy"], context),
    windows: [],
    attributes: [],
    asOf: context.asOf,
  });
  const bounds = boundsOf(leaf.range, (value) => value * daysOfUnit[leaf.unit]);
  return pickRelation({
    ...events,
    where: allOf(events.where, events.candidate, isQuantity),
    truth: truthOfValue(canonical, "f.comparator", bounds),
    ...noNumber,
  });
}
