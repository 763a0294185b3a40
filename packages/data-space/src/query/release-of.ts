import { PersonSet } from "../gate/person-set.ts";
import { openReleaseGate, type ReleaseGate, type RememberedSet } from "../gate/release-gate.ts";
import type { ReleasePolicy } from "../gate/released.schema.ts";
import { sha256OfJson } from "../log/canonical-json.ts";
import { excludedBy, passedBy, type SiteEvaluation } from "./site-evaluation.ts";
import type { SiteQuery } from "./site-query.schema.ts";
import type { SiteRelease } from "./site-release.schema.ts";

/** An answer that was given, with the sets it spoke of in their order. Kept at the site. */
export type StandingAnswer = {
  readonly cells: readonly PersonSet[];
  readonly release: Omit<SiteRelease, "logHash">;
};

/** What makes two queries the same question, whoever asks and when: the criteria and what is asked. */
export const questionOf = ({ criteria, ask }: SiteQuery): Promise<string> =>
  sha256OfJson({ document: criteria.document, ask });

export type ReleasingSite = {
  id: string;
  policy: ReleasePolicy;
  /** What earlier releases of this site added, of any requester. */
  memory: readonly RememberedSet[];
  /** The last answer to the same question, null when there was none. */
  standing: StandingAnswer | null;
};

/**
 * What leaves the site in answer to `query`, and what the site must remember of it. An answer stands until one of its
 * sets has changed by as many people as the threshold: until then the same question gets it again, number by number.
 */
export function releaseOf(
  query: SiteQuery,
  evaluation: SiteEvaluation,
  site: ReleasingSite,
): { release: StandingAnswer["release"]; added: readonly RememberedSet[]; answer: StandingAnswer } {
  const { population } = evaluation;
  const { funnel, sole, loosened, near, tables, yes, open, no } = groupsOf(query, evaluation);
  const cells = [population, yes, open, no, ...(funnel ?? []), ...near.map((each) => each.people)];
  cells.push(...tables.flatMap(({ met, notMet, unknown }) => [met, notMet, unknown]));
  cells.push(...sole.map((each) => each.people), ...loosened.map((each) => each.people));
  if (site.standing !== null && stands(site.standing, cells, site.policy)) {
    const release = { ...site.standing.release, run: query.run, asOf: query.asOf };
    return { release, added: [], answer: site.standing };
  }
  const gate = openReleaseGate({ population, policy: site.policy, cells, memory: site.memory });

  const start = gate.count(population);
  const eligible = gate.parts(population, { yes, unknown: open, no });
  const criteria = tables.map(({ id, ...parts }) => ({ id, ...gate.parts(population, parts) }));
  const steps = funnel === null ? null : gate.chain([population, ...funnel]).slice(1);
  const gained = gainedAlone(gate, no, sole);
  const release: StandingAnswer["release"] = {
    version: 1,
    run: query.run,
    site: site.id,
    asOf: query.asOf,
    criteriaHash: query.criteria.hash,
    policy: site.policy,
    rule: evaluation.rule,
    population: start,
    eligible,
    criteria: query.ask.counts ? criteria : null,
    funnel:
      steps === null
        ? null
        : { start, steps: (query.ask.funnel ?? []).map((id, at) => ({ id, remaining: steps[at]! })) },
    whatIf: query.ask.whatIf ? gained : null,
    loosened: loosened.map(({ people, ...name }) => ({ ...name, gained: gate.count(people) })),
    nearMisses:
      query.ask.nearMisses === null ? null : near.map(({ id, people }) => ({ id, people: gate.count(people) })),
  };
  return { release, added: gate.added, answer: { cells, release } };
}

const stands = (before: StandingAnswer, cells: readonly PersonSet[], { threshold, rounding }: ReleasePolicy): boolean =>
  before.release.policy.threshold === threshold &&
  before.release.policy.rounding === rounding &&
  before.cells.length === cells.length &&
  cells.every((cell, at) => before.cells[at]!.difference(cell, threshold) < threshold);

/** People whom each criterion alone excludes: together with the other excluded people they are all of them. */
function gainedAlone(gate: ReleaseGate, no: PersonSet, sole: readonly { id: string; people: PersonSet }[]) {
  const others = "others";
  const parts: Record<string, PersonSet> = {
    [others]: sole.reduce((left, each) => left.without(each.people), no),
  };
  for (const { id, people } of sole) parts[`alone ${id}`] = people;
  const gained = gate.parts<string>(no, parts, others);
  return sole.map(({ id }) => ({ id, gained: gained[`alone ${id}`]! }));
}

/** The sets of people that the answer speaks of. */
function groupsOf({ ask }: SiteQuery, { population, criteria, dead, loosened }: SiteEvaluation) {
  const none = PersonSet.of([]);
  const excluded = criteria.map((criterion) => excludedBy(criterion).and(population));
  const no = excluded.reduce((all, each) => all.or(each), dead.and(population));
  const living = population.without(dead);
  const yes = criteria.reduce((all, criterion) => all.and(passedBy(criterion)), living);
  const open = population.without(no).without(yes);
  const withoutOne = (at: number) =>
    excluded.reduce((all, each, other) => (other === at ? all : all.without(each)), living);
  const soleOf = (at: number) => withoutOne(at).and(excluded[at] ?? none);
  const place = new Map(criteria.map((criterion, at) => [criterion.id, at]));

  let remaining = living;
  const funnel =
    ask.funnel?.map((id) => {
      remaining = remaining.without(excluded[place.get(id) ?? -1] ?? none);
      return remaining;
    }) ?? null;
  return {
    yes,
    open,
    no,
    funnel,
    tables: criteria.map(({ id, met, notMet }) => {
      const parts = { met: met.and(population), notMet: notMet.and(population) };
      return { id, ...parts, unknown: population.without(parts.met).without(parts.notMet) };
    }),
    sole: criteria.map(({ id }, at) => ({ id, people: soleOf(at) })),
    near: criteria.map(({ id, near }, at) => ({ id, people: soleOf(at).and(near) })),
    loosened: loosened.map(({ id, criterion, passing }) => ({
      id,
      criterion,
      people: soleOf(place.get(criterion) ?? -1).and(passing),
    })),
  };
}
