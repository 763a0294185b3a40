import type { TreatmentIntent } from "@qinghao/clinical/schema";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
import { any, mapLeaves } from "../structure/tree-shapes.ts";

/** What a text says of a named treatment besides its name: what it is for, whether it is still to come or is going on. */
export type Circumstance = Pick<MarkOf<"concept">, "intent" | "plan" | "isLate">;

type TreatmentLeaf = Extract<Leaf, { kind: "drug" | "procedure" }>;
const isTreatmentLeaf = (tree: Tree): tree is TreatmentLeaf => tree.kind === "drug" || tree.kind === "procedure";
/** Whether a tree asks for treatments alone. */
export const isTreatmentTree = (tree: Tree): boolean =>
  isTreatmentLeaf(tree) || ((tree.kind === "any" || tree.kind === "all") && tree.of.every(isTreatmentTree));

/** A mark that names a drug or a procedure. */
export const isTreatment = (mark: Mark | undefined): mark is MarkOf<"concept"> | MarkOf<"leaf"> =>
  isMark(mark, "leaf")
    ? isTreatmentTree(mark.tree)
    : isMark(mark, "concept") &&
      (mark.kind === "drug" ||
        mark.kind === "drug-class" ||
        mark.kind === "herb" ||
        mark.drug !== undefined ||
        (mark.kind === "procedure" && mark.isTest !== true));

/** What goes on at the index date was done in the days up to it: procedures have no status that says "current". */
const ofLate = { from: { value: -30, unit: "day" }, to: { value: 0, unit: "day" } } as const;
/** A plan is for the time from the index date on, whatever time the events beside it are asked for. */
const fromNow = { from: { value: 0, unit: "day" } } as const;

function late(tree: Tree): Tree {
  return mapLeaves(tree, (leaf) =>
    leaf.kind === "procedure" && leaf.when === undefined ? { ...leaf, when: ofLate } : leaf,
  );
}

function withIntent(tree: Tree, intent: TreatmentIntent[]): Tree {
  return mapLeaves(tree, (leaf) => (isTreatmentLeaf(leaf) && leaf.intent === undefined ? { ...leaf, intent } : leaf));
}

function planned(tree: Tree): Tree {
  return mapLeaves(tree, (leaf) => (isTreatmentLeaf(leaf) ? { ...leaf, status: "planned", when: fromNow } : leaf));
}

/** The tree of a treatment with what the text says of it. */
export function circumstanced(tree: Tree, { intent, plan, isLate }: Circumstance): Tree {
  const timed = isLate === true ? late(tree) : tree;
  const meant = intent === undefined ? timed : withIntent(timed, intent);
  if (plan === undefined) return meant;
  return plan === "only" ? planned(meant) : any([meant, planned(meant)]);
}

/** A mark of a treatment with more said of it; names keep it until they become leaves. */
export function tellOf(mark: MarkOf<"concept"> | MarkOf<"leaf">, told: Circumstance): Mark {
  return mark.type === "leaf" ? { ...mark, tree: circumstanced(mark.tree, told) } : { ...mark, ...told };
}

export const asFiller = ({ start, end }: Mark): Mark => ({ start, end, type: "filler" });
/** A word that limits what it stands beside and was not read. */
export const asWord = ({ start, end }: Mark): Mark => ({ start, end, type: "word", limits: true });
