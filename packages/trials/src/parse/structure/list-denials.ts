import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import type { Element } from "./elements.ts";
import { finish } from "./finish-element.ts";
import type { Joint } from "./list-parts.ts";
import { all, any, isEvents, not, withWindow } from "./tree-shapes.ts";

/** "Free from death, infarction and stroke": what was not read keeps its denial, and what follows in the list is denied too. */
export function denyBehindText(elements: Element[], joints: Joint[]): void {
  if (elements[0]?.isDeniedText !== true || joints.slice(1).every((joint) => joint === "and")) return;
  for (let at = 1; at < elements.length; at++) {
    const element = elements[at]!;
    const isBare = element.tree !== null && isEvents(element.tree) && element.text === null && !element.isNegated;
    if (!isBare || (joints[at] === "and" && at < elements.length - 1)) return;
    element.isNegated = true;
    joints[at] = "and";
  }
}

/** "Asthma without COPD or tuberculosis", "asthma, no COPD or tuberculosis": the denial holds for what "or" joins to it. */
export function joinTails(elements: Element[], joints: Joint[], context: RuleContext): void {
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at]!;
    const { tail } = element;
    const isDenied = at > 0 && context.type === "inclusion" && isDeniedWhole(element);
    if (tail === null && !isDenied) continue;
    const last = lastDenied(elements, joints, at, context);
    if (last === at) continue;
    const own = elements.slice(at + 1, last + 1).map((one) => finish(one, context));
    const first = tail === null ? finish(element, context) : tail.denied;
    const { window, end, isWindowBehind } = elements[last]!;
    const row = any([...(first === null ? [] : [first]), ...own]);
    const denied = window === null || !isWindowBehind ? row : withWindow(row, window);
    const tree = tail === null ? denied : all([...tail.kept, not(denied)]);
    const asides = elements.slice(at, last + 1).flatMap((one) => one.asides);
    elements[at] = { ...element, tree, end, asides, ...(tail === null ? { window: null, status: null } : {}) };
    elements.splice(at + 1, last - at);
    joints.splice(at + 1, last - at);
  }
}

/** The last of the elements behind a denial that it holds for; commas alone hold only where the row ends in "or". */
function lastDenied(
  elements: readonly Element[],
  joints: readonly Joint[],
  from: number,
  { type }: RuleContext,
): number {
  let last = from;
  for (let at = from + 1; at < elements.length; at++) {
    const { tree, isNegated, status, text, tail, isExample } = elements[at]!;
    const isBare = tree !== null && !isNegated && status === null && text === null && tail === null && !isExample;
    if (!isBare || !isDeniable(tree)) break;
    if (joints[at] === "comma" && type === "inclusion") continue;
    if (joints[at] !== "or") break;
    last = at;
  }
  return last;
}

const isDeniedWhole = ({ tree, isNegated, text }: Element): boolean =>
  isNegated && text === null && tree !== null && isDeniable(tree);
const isDeniable = (tree: Tree): boolean =>
  isEvents(tree) || tree.kind === "variant" || (tree.kind === "reproduction" && tree.state !== "contraception");

const isChange = (tree: Tree): boolean =>
  tree.kind === "variant" || ((tree.kind === "any" || tree.kind === "all") && tree.of.every(isChange));
const isShared = (tree: Tree) =>
  isEvents(tree) || tree.kind === "consent" || tree.kind === "reproduction" || isChange(tree);
/** "No diabetes, willing to comply": a denied diagnosis denies no consent, nor a gene's change. */
const isAlike = (tree: Tree, first: Tree) =>
  isShared(tree) && (tree.kind === "consent") === (first.kind === "consent") && isChange(tree) === isChange(first);

/**
 * "No A, B or C" and "no A and B" deny every one of them; "no A or B" also where B was not read ("no prior chemotherapy or
 * investigational agents").
 */
export function negatedTogether(
  elements: readonly Element[],
  trees: readonly Tree[],
  joined: readonly ("and" | "or")[],
  { type }: RuleContext,
): Tree | null {
  const [first, ...rest] = elements;
  if (first === undefined || !first.isNegated) return null;
  const areBare = rest.every((one, at) => {
    if (one.isNegated) return false;
    if (one.tree === null) return type === "inclusion" && joined[at] === "or";
    return first.tree !== null && isAlike(one.tree, first.tree);
  });
  if (!areBare || (rest.length > 0 && (first.tree === null || !isShared(first.tree)))) return null;
  // Unable to do one of several things is unable to do all of them.
  return not(trees.every(({ kind }) => kind === "consent") ? all(trees) : any(trees));
}
