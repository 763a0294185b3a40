import type { Knowledge } from "@qinghao/knowledge";
import type { NamedThing } from "../concepts.ts";

/** Larger classes than this hold half of medicine and tell nothing; counting ends there. */
const mostCounted = 20_000;

/** How near diseases of two texts stand in the hierarchies: by the size of the smallest class that holds both. */
export class Nearness {
  readonly #knowledge: Knowledge;
  readonly #above = new Map<number, ReadonlySet<number>>();
  readonly #sizes = new Map<number, number>();
  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /**
   * Natural logarithm of one more than the members of the smallest class that holds something of both; null where no class
   * does. About 0.7 for the same disease, 10 for two that are both just diseases.
   */
  between(some: readonly NamedThing[], others: readonly NamedThing[]): number | null {
    let least: number | null = null;
    const classes = new Set(others.flatMap(({ numbers }) => numbers.flatMap((number) => [...this.#classesOf(number)])));
    for (const { numbers } of some)
      for (const number of numbers)
        for (const one of this.#classesOf(number)) {
          if (!classes.has(one)) continue;
          const size = this.#sizeOf(one);
          if (least === null || size < least) least = size;
        }
    return least === null ? null : Math.log(1 + least);
  }

  #classesOf(number: number): ReadonlySet<number> {
    const known = this.#above.get(number);
    if (known !== undefined) return known;
    const found = this.#reach(number, "out");
    this.#above.set(number, found);
    return found;
  }
  #sizeOf(number: number): number {
    const known = this.#sizes.get(number);
    if (known !== undefined) return known;
    const { size } = this.#reach(number, "in");
    this.#sizes.set(number, size);
    return size;
  }
  #reach(from: number, direction: "out" | "in"): Set<number> {
    const found = new Set([from]);
    const open = [from];
    for (let at = open.pop(); at !== undefined && found.size < mostCounted; at = open.pop())
      this.#knowledge.visitEdges(at, direction, (other, predicate) => {
        if ((predicate !== "is-a" && predicate !== "member-of") || found.has(other)) return;
        found.add(other);
        open.push(other);
      });
    return found;
  }
}
