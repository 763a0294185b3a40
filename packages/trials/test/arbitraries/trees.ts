import fc from "fast-check";
import type { Temporal, Tree } from "../../src/criteria/tree.schema.ts";
import { eventLeaf, randomLeaf } from "./leaves.ts";
import { offset, randomCount } from "./ranges.ts";
import { defined, maybe, pick } from "./vocabulary.ts";

/** Two events in time. */
export const randomTemporal: fc.Arbitrary<Temporal> = fc
  .record({
    event: eventLeaf,
    anchor: eventLeaf,
    anchorPoint: maybe(pick(["start", "end"] as const)),
    anchorPick: maybe(pick(["any", "first", "latest"] as const)),
    relation: fc.oneof(
      fc
        .record({ from: maybe(offset(-12, 0)), to: maybe(offset(0, 12)) })
        .map((one) => defined({ type: "between" as const, ...one })),
      fc.constant({ type: "during" as const }),
    ),
    count: maybe(randomCount),
  })
  .map((one): Temporal => defined({ kind: "temporal" as const, ...one }));

/** Trees of leaves under all, any, at-least and not, three deep. */
export const randomTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; node: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, randomLeaf, randomTemporal, tie("node")),
  node: fc.oneof(
    fc.array(tie("tree"), { maxLength: 3 }).map((of): Tree => ({ kind: "all", of })),
    fc.array(tie("tree"), { maxLength: 3 }).map((of): Tree => ({ kind: "any", of })),
    fc
      .record({ n: fc.integer({ min: 0, max: 3 }), of: fc.array(tie("tree"), { maxLength: 3 }) })
      .map((one): Tree => ({ kind: "at-least", ...one })),
    tie("tree").map((of): Tree => ({ kind: "not", of })),
  ),
})).tree;
