import type { PersonSet } from "./person-set.ts";
import type { ReleasedCount, ReleasePolicy } from "./released.schema.ts";

/** A set that was answered for: its number, or 0 where it was withheld. Kept at the site, never sent. */
export type RememberedSet = {
  readonly people: PersonSet;
  readonly released: number;
  /** Its number holds for sets close to it too. Those that took a number over do not hand it on, so numbers do not drift. */
  readonly isAnchor: boolean;
};

export type ReleaseGate = {
  /** The number of one set. */
  count(people: PersonSet): ReleasedCount;
  /**
   * Numbers of the parts of `whole`, which do not overlap and together are all of it. They add up to the whole's number
   * when a withheld part counts as nothing (or all of them are withheld), so that subtracting tells of no withheld part.
   * @param hidden a part that is not published; it takes up what the others leave where it is large enough
   */
  parts<Name extends string>(
    whole: PersonSet,
    parts: Readonly<Record<Name, PersonSet>>,
    hidden?: Name,
  ): Record<Name, ReleasedCount>;
  /** Numbers of sets of which each holds the next. Neighbours carry the same number or numbers a threshold apart. */
  chain(sets: readonly PersonSet[]): ReleasedCount[];
  /** What was answered here for the first time; a site stores it and gives it to the gates of later releases. */
  readonly added: readonly RememberedSet[];
};

export type ReleaseGateOptions = {
  population: PersonSet;
  policy: ReleasePolicy;
  /** Every set of this release: those close to one that is withheld are withheld with it. */
  cells: readonly PersonSet[];
  /** What earlier releases of this site answered. */
  memory?: readonly RememberedSet[];
};

/**
 * The one way in which a number leaves a site.
 *
 * - People are counted, not rows; fewer than the threshold, none included, is `below-threshold`.
 * - A set that differs from one with a number by fewer people than the threshold gets the same number: asking again, or
 *   with one person more or less, tells nothing. Its complement gets the population's number less that one.
 * - A set that close to a withheld one of the same release is withheld with it, and so on; over releases, one that close
 *   to a set of fewer people than the threshold.
 * - Other sets are rounded.
 */
export function openReleaseGate({ population, policy, cells, memory = [] }: ReleaseGateOptions): ReleaseGate {
  const { threshold, rounding } = policy;
  const known = memory.filter((each) => each.released > 0);
  const added: RememberedSet[] = [];
  const isNear = (a: PersonSet, b: PersonSet) => a.difference(b, threshold) < threshold;
  const answered = (people: PersonSet) => memory.find((each) => each.people.difference(people, 1) === 0)?.released;
  const withheld = withheldCells(cells, memory, threshold, isNear);
  const isWithheld = (people: PersonSet): boolean => {
    if (people.size < threshold) return true;
    const before = answered(people);
    if (added.some((each) => each.released === 0 && each.people.difference(people, 1) === 0)) return true;
    return before === undefined ? withheld.some((each) => isNear(each, people)) : before === 0;
  };

  const lookUp = (people: PersonSet): number | null => {
    let nearest: RememberedSet | null = null;
    let distance = threshold;
    for (const each of known) {
      const apart = each.people.difference(people, each.isAnchor ? distance : 1);
      if (apart < distance && (each.isAnchor || apart === 0)) {
        nearest = each;
        distance = apart;
      }
      if (distance === 0) break;
    }
    return nearest?.released ?? null;
  };
  const remember = (people: PersonSet, released: number, isAnchor: boolean): number => {
    if (known.some((each) => each.people.difference(people, 1) === 0)) return released;
    const each = { people, released, isAnchor };
    known.push(each);
    added.push(each);
    return released;
  };
  for (const people of cells) {
    if (!isWithheld(people) || answered(people) !== undefined) continue;
    if (added.some((each) => each.people.difference(people, 1) === 0)) continue;
    added.push({ people, released: 0, isAnchor: people.size < threshold });
  }
  const round = (count: number) => Math.max(threshold, Math.round(count / rounding) * rounding);
  const total = isWithheld(population) ? 0 : (lookUp(population) ?? remember(population, round(population.size), true));

  /** 0 stands for withheld. */
  const number = (people: PersonSet): number => {
    if (isWithheld(people)) return 0;
    const same = known.find((each) => each.people.difference(people, 1) === 0);
    if (same !== undefined) return same.released;
    const others = population.without(people);
    const isInside = people.difference(population.and(people), 1) === 0;
    // What is left of the population beside a withheld set is all of it: subtracting must not show that set.
    if (isInside && total > 0 && isWithheld(others)) return remember(people, total, false);
    const before = lookUp(people);
    if (before !== null) return remember(people, before, false);
    const rest = lookUp(others);
    const byRest = isInside && rest !== null && total - rest >= threshold ? total - rest : null;
    return remember(people, byRest ?? round(people.size), true);
  };
  const mark = (count: number) => (count < threshold ? "below-threshold" : count) as ReleasedCount;

  const parts: ReleaseGate["parts"] = (whole, byName, hidden) => {
    type Name = keyof typeof byName;
    const shown = (Object.keys(byName) as Name[])
      .filter((name) => !isWithheld(byName[name]))
      .sort((a, b) => byName[b].size - byName[a].size);
    const absorber = shown.find((name) => name === hidden) ?? shown[0];
    const numbers = new Map<Name, number>();
    let left = number(whole);
    for (const name of shown) {
      if (name === absorber) continue;
      const wanted = number(byName[name]);
      if (left - wanted < threshold) continue;
      numbers.set(name, wanted);
      left -= wanted;
    }
    if (absorber !== undefined && left >= threshold) {
      numbers.set(absorber, left);
      remember(byName[absorber], left, lookUp(byName[absorber]) === null);
    }
    // What did not fit in is withheld for the rest of the release too.
    for (const name of shown)
      if (!numbers.has(name)) added.push({ people: byName[name], released: 0, isAnchor: false });
    const marked = (Object.keys(byName) as Name[]).map((name) => [name, mark(numbers.get(name) ?? 0)]);
    return Object.fromEntries(marked) as Record<Name, ReleasedCount>;
  };

  const chain: ReleaseGate["chain"] = (sets) => {
    const last = sets.at(-1);
    if (last === undefined) return [];
    const end = number(last);
    let before = Number.POSITIVE_INFINITY;
    return sets.map((set, at) => {
      let now = at === sets.length - 1 ? end : number(set);
      if (now - end < threshold) now = end;
      if (before - now < threshold) now = before;
      before = now;
      return mark(now);
    });
  };

  return { count: (people) => mark(number(people)), parts, chain, added };
}

/** Cells of fewer people than the threshold, those close to one of them, those close to these, and so on. */
function withheldCells(
  cells: readonly PersonSet[],
  memory: readonly RememberedSet[],
  threshold: number,
  isNear: (a: PersonSet, b: PersonSet) => boolean,
): PersonSet[] {
  const withheld = memory.filter((each) => each.released === 0 && each.isAnchor).map((each) => each.people);
  let open = cells.filter((cell) => cell.size < threshold || withheld.some((each) => isNear(each, cell)));
  const isOpen = new Set(open);
  let left = cells.filter((cell) => !isOpen.has(cell));
  while (open.length > 0) {
    withheld.push(...open);
    const from = open;
    open = left.filter((cell) => from.some((each) => isNear(each, cell)));
    const isNow = new Set(open);
    left = left.filter((cell) => !isNow.has(cell));
  }
  return withheld;
}
