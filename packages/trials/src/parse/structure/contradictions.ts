import { isEmptyRange } from "../../criteria/range-warnings.ts";
import type { Range } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import { hasNumbers } from "./tree-kinds.ts";

/**
 * Whether nobody can be both: a man and a woman, younger than 18 and older than 70. What "and" joins so are two groups of
 * people, and one of them is meant ("women after hysterectomy and men aged 18 to 70", "age < 18 and > 70 years").
 */
export const excludeEachOther = (a: Tree, b: Tree): boolean =>
  demandsOf(a).some((one) => demandsOf(b).some((other) => isOpposite(one, other))) || denies(a, b) || denies(b, a);

/** "ALT ≤ 3 x ULN without liver metastases and ≤ 5 x ULN with liver metastases": of two limits, each for some. */
function denies(a: Tree, b: Tree): boolean {
  if (a.kind !== "all" || b.kind !== "all" || !hasNumbers(a) || !hasNumbers(b)) return false;
  const denied = a.of.flatMap((tree) => (tree.kind === "not" ? [JSON.stringify(tree.of)] : []));
  return b.of.some((tree) => denied.includes(JSON.stringify(tree)));
}

/** The leaves that all must hold. */
const demandsOf = (tree: Tree): readonly Leaf[] =>
  tree.kind === "all"
    ? tree.of.flatMap(demandsOf)
    : tree.kind === "any" || tree.kind === "not" || tree.kind === "at-least" || tree.kind === "temporal"
      ? []
      : [tree];

function isOpposite(a: Leaf, b: Leaf): boolean {
  if (a.kind === "sex" && b.kind === "sex") return !a.is.some((sex) => b.is.includes(sex));
  if (a.kind === "age" && b.kind === "age") return a.unit === b.unit && areApart(a.range, b.range);
  if (a.kind !== "measurement" || b.kind !== "measurement") return false;
  const [{ range, ...own }, { range: other, ...rest }] = [a, b];
  return JSON.stringify(own) === JSON.stringify(rest) && areApart(range, other);
}

const areApart = (a: Range, b: Range): boolean => isBelow(a, b) || isBelow(b, a);

const isBelow = ({ max, maxExclusive }: Range, { min, minExclusive }: Range): boolean =>
  isEmptyRange({ min, max, minExclusive, maxExclusive });
