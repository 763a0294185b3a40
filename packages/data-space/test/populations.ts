import fc from "fast-check";
import { type CriterionPeople, PersonSet, type SiteEvaluation, type SiteQuery } from "../src/index.ts";

export const policy = { threshold: 10, rounding: 5 };

/** Verdicts of made-up people: rare and common ones, so that groups of every size occur. */
export const evaluations = fc
  .record({
    people: fc.integer({ min: 0, max: 160 }),
    criteria: fc.array(
      fc.record({
        type: fc.constantFrom("inclusion" as const, "exclusion" as const),
        met: fc.integer({ min: 0, max: 100 }),
        unknown: fc.constantFrom(0, 0, 2, 6, 30),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
  })
  .map(({ people, criteria, seed }) => evaluationOf(people, criteria, seed));

export function evaluationOf(
  people: number,
  shares: readonly { type: "inclusion" | "exclusion"; met: number; unknown: number }[],
  seed: number,
): SiteEvaluation {
  let state = seed >>> 0;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 100;
  };
  const all = Array.from({ length: people }, (_, person) => person);
  const criteria = shares.map(({ type, met, unknown }, at): CriterionPeople => {
    const verdicts = all.map(() => (chance() < unknown ? "unknown" : chance() < met ? "met" : "not-met"));
    const having = (verdict: string) => PersonSet.of(all.filter((person) => verdicts[person] === verdict));
    return {
      id: `c${at + 1}`,
      type,
      met: having("met"),
      notMet: having("not-met"),
      near: PersonSet.of(all.filter(() => chance() < 30)),
    };
  });
  return { rule: "made-up/1", population: PersonSet.of(all), criteria, dead: PersonSet.of([]), loosened: [] };
}

/** The same people without some of them. */
export function withoutPeople(evaluation: SiteEvaluation, gone: PersonSet): SiteEvaluation {
  const cut = (people: PersonSet) => people.without(gone);
  return {
    ...evaluation,
    population: cut(evaluation.population),
    dead: cut(evaluation.dead),
    criteria: evaluation.criteria.map((each) => ({
      ...each,
      met: cut(each.met),
      notMet: cut(each.notMet),
      near: cut(each.near),
    })),
  };
}

export const documentOf = (ids: readonly { id: string; type: "inclusion" | "exclusion" }[]) => ({
  version: 1 as const,
  source: { format: "text" as const, language: "en" as const, text: "made up" },
  criteria: ids.map(({ id, type }) => ({
    id,
    type,
    text: "",
    start: 0,
    end: 0,
    computable: "full" as const,
    tree: { kind: "sex" as const, is: ["female" as const] },
    notes: [],
  })),
});

export function queryOf(evaluation: SiteEvaluation): SiteQuery {
  return {
    version: 1,
    run: "run_000000",
    purpose: "feasibility",
    requester: "sponsor",
    asOf: "2026-01-01",
    criteria: {
      trial: "trial_000000",
      title: "Made up",
      version: 1,
      hash: "0".repeat(64),
      signatures: [],
      document: documentOf(evaluation.criteria),
    },
    ask: {
      counts: true,
      funnel: evaluation.criteria.map((each) => each.id),
      whatIf: true,
      loosened: [],
      nearMisses: 0.1,
    },
  };
}
