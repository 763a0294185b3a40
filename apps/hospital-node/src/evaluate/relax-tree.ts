import type { Range, Tree } from "@qinghao/trials/schema";

const isNumeric = new Set(["age", "measurement", "score"]);

/**
 * The same criterion with every numeric limit moved by a share of itself: outwards, so that more people fulfil it, or
 * inwards. Whoever it excludes as it stands and not when moved missed it by no more than that share.
 */
export function relaxTree(tree: Tree, share: number, direction: "wider" | "narrower"): Tree {
  switch (tree.kind) {
    case "all":
    case "any":
    case "at-least":
      return { ...tree, of: tree.of.map((each) => relaxTree(each, share, direction)) };
    case "not":
      return { ...tree, of: relaxTree(tree.of, share, direction === "wider" ? "narrower" : "wider") };
    default:
      if (!isNumeric.has(tree.kind) || !("range" in tree)) return tree;
      return { ...tree, range: relaxRange(tree.range, direction === "wider" ? share : -share) } as Tree;
  }
}

function relaxRange({ min, max, ...rest }: Range, share: number): Range {
  const low = min === undefined ? {} : { min: min - Math.abs(min) * share };
  const high = max === undefined ? {} : { max: max + Math.abs(max) * share };
  return { ...rest, ...low, ...high };
}
