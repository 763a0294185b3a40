import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  openReleaseGate,
  PersonSet,
  type ReleasedCount,
  type RememberedSet,
  releaseOf,
  type SiteEvaluation,
  type SiteRelease,
  type StandingAnswer,
} from "../src/index.ts";
import { evaluationOf, evaluations, policy, queryOf, withoutPeople } from "./populations.ts";

const ask = (
  evaluation: SiteEvaluation,
  memory: readonly RememberedSet[] = [],
  standing: StandingAnswer | null = null,
) => releaseOf(queryOf(evaluation), evaluation, { id: "site_a", policy, memory, standing });
type Release = Omit<SiteRelease, "logHash">;

const numberOf = (count: ReleasedCount): number => (count === "below-threshold" ? 0 : count);
const countsOf = ({ population, eligible, criteria, funnel, whatIf, nearMisses }: Release): ReleasedCount[] => [
  population,
  ...Object.values(eligible),
  ...(criteria ?? []).flatMap(({ met, notMet, unknown }) => [met, notMet, unknown]),
  ...(funnel?.steps ?? []).map((step) => step.remaining),
  ...(whatIf ?? []).map((each) => each.gained),
  ...(nearMisses ?? []).map((each) => each.people),
];

describe("attacks on one release", () => {
  test("no number stands for fewer people than the threshold, and all are rounded", () => {
    fc.assert(
      fc.property(evaluations, (evaluation) => {
        const { release } = ask(evaluation);
        const truth = new Map<string, number>();
        for (const { id, met, notMet } of evaluation.criteria) {
          truth.set(`${id} met`, met.size).set(`${id} notMet`, notMet.size);
          truth.set(`${id} unknown`, evaluation.population.size - met.size - notMet.size);
        }
        for (const count of countsOf(release))
          expect(count === "below-threshold" || (count >= 10 && count % 5 === 0)).toBe(true);
        for (const { id, ...parts } of release.criteria ?? [])
          for (const [name, count] of Object.entries(parts))
            if (truth.get(`${id} ${name}`)! < 10) expect(count).toBe("below-threshold");
      }),
      { numRuns: 300 },
    );
  });

  test("margin subtraction: a withheld part comes out as nothing", () => {
    fc.assert(
      fc.property(evaluations, (evaluation) => {
        const { release } = ask(evaluation);
        const total = numberOf(release.population);
        const tables = [release.eligible, ...(release.criteria ?? []).map(({ id: _, ...parts }) => parts)];
        for (const parts of tables) {
          const sum = Object.values(parts).reduce<number>((all, count) => all + numberOf(count), 0);
          expect([0, total]).toContain(sum);
        }
        const gained = (release.whatIf ?? []).reduce((all, each) => all + numberOf(each.gained), 0);
        expect(gained).toBeLessThanOrEqual(numberOf(release.eligible.no));
      }),
      { numRuns: 300 },
    );
  });

  test("funnel: steps carry the same number or numbers a threshold apart, and end where eligibility says", () => {
    fc.assert(
      fc.property(evaluations, (evaluation) => {
        const { release } = ask(evaluation);
        const numbers = [release.population, ...release.funnel!.steps.map((step) => step.remaining)].map(numberOf);
        for (let at = 1; at < numbers.length; at++) {
          const lost = numbers[at - 1]! - numbers[at]!;
          expect(lost === 0 || lost >= policy.threshold).toBe(true);
        }
        const { yes, unknown } = release.eligible;
        expect([0, numberOf(yes) + numberOf(unknown)]).toContain(numbers.at(-1));
      }),
      { numRuns: 300 },
    );
  });

  test("status side channel: a few people and no one give the same text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (few, others) => {
        const shape = (rare: number) => {
          const population = PersonSet.of(Array.from({ length: 95 + rare }, (_, person) => person));
          const met = PersonSet.of(Array.from({ length: rare }, (_, person) => person));
          const criterion = { id: "c1", type: "inclusion" as const, met, notMet: population.without(met), near: met };
          const base = evaluationOf(0, [], 1);
          const memory = [{ people: population, released: 100, isAnchor: true }];
          return JSON.stringify(ask({ ...base, population, criteria: [criterion] }, memory).release);
        };
        expect(shape(few)).toBe(shape(others));
      }),
    );
  });

  test("cohorts that overlap but for one person carry the same number, at the threshold too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 59 }), (size, who) => {
        const population = PersonSet.of(Array.from({ length: 200 }, (_, person) => person));
        const cohort = PersonSet.of(Array.from({ length: size }, (_, person) => person));
        const less = cohort.without(PersonSet.of([who % size]));
        for (const cells of [
          [cohort, less],
          [less, cohort],
        ]) {
          const gate = openReleaseGate({ population, policy, cells });
          const [first, second] = cells.map((cell) => gate.count(cell));
          expect(first).toBe(second);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("a set and its complement add up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 0, max: 300 }), (all, cut) => {
        const population = PersonSet.of(Array.from({ length: all }, (_, person) => person));
        const part = PersonSet.of([...population].slice(0, Math.min(cut, all)));
        const cells = [part, population.without(part)];
        const gate = openReleaseGate({ population, policy, cells });
        const [a, b] = cells.map((cell) => numberOf(gate.count(cell)));
        expect([0, numberOf(gate.count(population))]).toContain(a! + b!);
      }),
      { numRuns: 400 },
    );
  });
});

describe("attacks over several releases", () => {
  test("repeat and average: the same question gives the same answer", () => {
    fc.assert(
      fc.property(evaluations, (evaluation) => {
        const first = ask(evaluation);
        const again = ask(evaluation, first.added, first.answer);
        expect(again.release).toEqual(first.release);
        expect(again.added).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("repeat and average: the same sets in other words have the same numbers", () => {
    fc.assert(
      fc.property(evaluations, (evaluation) => {
        const first = ask(evaluation);
        const criteria = evaluation.criteria.map((each) => ({ ...each, id: `other ${each.id}` })).reverse();
        const again = ask({ ...evaluation, criteria }, first.added);
        const tables = ({ criteria }: Release, rename: string) =>
          (criteria ?? []).map((each) => ({ ...each, id: `${rename}${each.id}` }));
        expect(again.release.population).toBe(first.release.population);
        expect(again.release.eligible).toEqual(first.release.eligible);
        expect(tables(again.release, "").reverse()).toEqual(tables(first.release, "other "));
      }),
      { numRuns: 200 },
    );
  });

  test("a row duplicated changes nothing", () => {
    fc.assert(
      fc.property(evaluations, (evaluation) => {
        const doubled = (people: PersonSet) => PersonSet.of([...people, ...people]);
        const twice: SiteEvaluation = {
          ...evaluation,
          population: doubled(evaluation.population),
          criteria: evaluation.criteria.map((each) => ({
            ...each,
            met: doubled(each.met),
            notMet: doubled(each.notMet),
          })),
        };
        expect(ask(twice).release).toEqual(ask(evaluation).release);
      }),
      { numRuns: 100 },
    );
  });

  test("people removed or added, fewer than the threshold: the same question still gives the same answer", () => {
    fc.assert(
      fc.property(evaluations, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), (evaluation, who) => {
        const people = [...evaluation.population];
        fc.pre(people.length > 0);
        const gone = PersonSet.of(who.map((each) => people[each % people.length]!));
        const less = withoutPeople(evaluation, gone);
        for (const [before, after] of [
          [evaluation, less],
          [less, evaluation],
        ]) {
          const first = ask(before!);
          expect(ask(after!, first.added, first.answer).release).toEqual(first.release);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a threshold of people more is a new answer", () => {
    const shares = [{ type: "inclusion" as const, met: 100, unknown: 0 }];
    const first = ask(evaluationOf(100, shares, 1));
    const more = ask(evaluationOf(120, shares, 1), first.added, first.answer);
    expect([first.release.population, more.release.population]).toEqual([100, 120]);
  });
});
