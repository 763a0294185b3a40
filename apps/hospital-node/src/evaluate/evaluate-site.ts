import { exactDay } from "@qinghao/clinical";
import { type CriterionPeople, PersonSet, type SiteEvaluation, type SiteQuery } from "@qinghao/data-space";
import { isQinghaoError } from "@qinghao/kernel";
import type { Terminology } from "@qinghao/trials";
import { ruleVersion } from "@qinghao/trials/evaluate";
import { type CriteriaDatabase, openCohorts, roaringSets, type TruthSets } from "@qinghao/trials/node";
import type { Criterion, Tree } from "@qinghao/trials/schema";
import { nodeErrors } from "../errors.ts";
import { relaxTree } from "./relax-tree.ts";

export type EvaluatedQuery = Pick<SiteQuery, "criteria" | "asOf" | "ask">;

/**
 * Whom each criterion of a query holds of, over the columnar extract. Errors: `node.criterion.not-compiled`.
 * @param signal stops between criteria
 */
export async function evaluateSite(
  query: EvaluatedQuery,
  database: CriteriaDatabase,
  terminology: Terminology,
  signal: AbortSignal,
): Promise<SiteEvaluation> {
  const sets = roaringSets();
  const cohorts = await openCohorts({
    database,
    sets,
    terminology,
    asOf: exactDay(query.asOf),
    cacheBytes: 64 * 2 ** 20,
  });
  const peopleOf = (set: Parameters<typeof sets.members>[0]) => PersonSet.of(sets.members(set));
  const population = peopleOf(cohorts.population.everyone);
  const truthOf = async (id: string, tree: Tree) => {
    signal.throwIfAborted();
    try {
      const truth: TruthSets<Parameters<typeof sets.members>[0]> = await cohorts.truthOf(cohorts.compile(tree));
      const [met, possible] = [peopleOf(truth.met), peopleOf(truth.possible)];
      sets.release(truth.met);
      sets.release(truth.possible);
      return { met, notMet: population.without(possible) };
    } catch (error) {
      // What an engine's own error says could quote data.
      throw isQinghaoError(error) ? error : nodeErrors.create("criterion.not-compiled", { id });
    }
  };
  const criteria: CriterionPeople[] = [];
  for (const criterion of query.criteria.document.criteria) {
    const { id, type, tree } = criterion;
    const truth = await truthOf(id, tree);
    criteria.push({ id, type, ...truth, near: await nearOf(criterion, query.ask.nearMisses) });
  }
  async function nearOf({ id, type, tree }: Criterion, share: number | null): Promise<PersonSet> {
    if (share === null) return PersonSet.of([]);
    const moved = relaxTree(tree, share, type === "inclusion" ? "wider" : "narrower");
    if (JSON.stringify(moved) === JSON.stringify(tree)) return PersonSet.of([]);
    const { met, notMet } = await truthOf(id, moved);
    return population.without(type === "inclusion" ? notMet : met);
  }
  const loosened: { id: string; criterion: string; passing: PersonSet }[] = [];
  for (const { id, criterion, tree } of query.ask.loosened) {
    const type = query.criteria.document.criteria.find((each) => each.id === criterion)?.type ?? "inclusion";
    const { met, notMet } = await truthOf(criterion, tree);
    loosened.push({ id, criterion, passing: population.without(type === "inclusion" ? notMet : met) });
  }
  const dead = peopleOf(cohorts.population.deceased);
  cohorts.forget();
  return { rule: ruleVersion, population, criteria, dead, loosened };
}
