import type { Fact, Person } from "@qinghao/clinical";
import { not, type Truth } from "@qinghao/kernel";
import type { Distance, Evidence } from "../criteria/verdict.schema.ts";
import { circumstancesText } from "../explain/circumstances.ts";
import type { Words } from "../explain/words.ts";
import type { CompiledTree } from "./compile-tree.ts";
import type { Ground, Outcome } from "./outcome.ts";
import { NEGATIVE, POSITIVE } from "./statement.ts";

/** Most records shown for one leaf; the latest come first. */
const mostPerLeaf = 20;

/** Records that a criterion rests on: those of the leaves that decide it, or of all leaves where it is unknown. */
export function evidenceOf(
  tree: CompiledTree,
  outcomes: readonly Outcome[],
  truth: Truth,
  person: Person,
  words: Words,
): Evidence[] {
  const evidence: Evidence[] = [];
  const seen = new Set<string>();
  tree.leaves.forEach(({ isNegated }, index) => {
    const outcome = outcomes[index]!;
    const says = isNegated ? not(outcome.truth) : outcome.truth;
    if (truth !== "unknown" && says !== truth) return;
    for (const ground of shownFirst(outcome.grounds)) {
      const one = evidenceOfGround(ground, isNegated, person, words);
      const key = `${one.fact}|${one.role}`;
      if (seen.has(key)) continue;
      seen.add(key);
      evidence.push(one);
    }
  });
  return evidence;
}

function shownFirst(grounds: readonly Ground[]): readonly Ground[] {
  if (grounds.length < 2) return grounds;
  const day = ({ fact }: Ground) => (fact === "person" ? Number.POSITIVE_INFINITY : fact.shi);
  return [...grounds].sort((a, b) => day(b) - day(a)).slice(0, mostPerLeaf);
}

function evidenceOfGround(ground: Ground, isNegated: boolean, person: Person, words: Words): Evidence {
  const says = isNegated ? not(ground.truth) : ground.truth;
  const role = ground.near === true || says === "unknown" ? "near" : says === "true" ? "supports" : "refutes";
  if (ground.fact === "person") {
    return {
      fact: person.id,
      kind: "person",
      concept: null,
      label: words.say("Sex and date of birth", "性别与出生日期"),
      date: person.birth,
      value: person.sex,
      role,
      source: person.source,
    };
  }
  const { fact } = ground.fact;
  return {
    fact: fact.id,
    kind: fact.kind,
    concept: fact.concept,
    label: labelOf(fact, words),
    date: fact.start,
    ...writtenValue(fact, words),
    role,
    source: fact.source,
  };
}

function labelOf(fact: Fact, words: Words): string {
  const told = circumstancesText(fact, words);
  return told === ""
    ? nameOf(fact, words)
    : words.say(`${nameOf(fact, words)} (${told})`, `${nameOf(fact, words)}（${told}）`);
}

function nameOf(fact: Fact, words: Words): string {
  const display = fact.codes.find((code) => code.display !== undefined)?.display;
  if (display !== undefined) return display;
  return fact.concept === null ? (fact.codes[0]?.code ?? fact.kind) : words.name({ id: fact.concept });
}

function writtenValue(fact: Fact, words: Words): { value?: string; unit?: string } {
  const { value } = fact;
  switch (value?.type) {
    case "quantity": {
      const text = `${value.comparator ?? ""}${value.value}`;
      return value.unit === null ? { value: text } : { value: text, unit: value.unit };
    }
    case "code": {
      if (value.concept === POSITIVE) return { value: words.say("positive", "阳性") };
      if (value.concept === NEGATIVE) return { value: words.say("negative", "阴性") };
      return { value: value.codes[0]?.display ?? value.concept ?? value.codes[0]?.code ?? "" };
    }
    case "text":
      return { value: value.text };
    case "boolean":
      return { value: value.value ? words.say("yes", "是") : words.say("no", "否") };
    default:
      break;
  }
  if (fact.alteration !== undefined) return { value: fact.alteration };
  return fact.dose === undefined ? {} : { value: String(fact.dose.value), unit: fact.dose.unit };
}

/** The distance of the leaf that comes nearest to changing the criterion. */
export function nearestDistance(tree: CompiledTree, outcomes: readonly Outcome[], truth: Truth): Distance | null {
  let nearest: Distance | null = null;
  tree.leaves.forEach(({ isNegated }, index) => {
    const outcome = outcomes[index]!;
    const says = isNegated ? not(outcome.truth) : outcome.truth;
    if (outcome.distance === null || (truth !== "unknown" && says !== truth)) return;
    if (nearest === null || size(outcome.distance) < size(nearest)) nearest = outcome.distance;
  });
  return nearest;
}

const size = ({ relative }: Distance): number => (relative === null ? Number.POSITIVE_INFINITY : Math.abs(relative));
