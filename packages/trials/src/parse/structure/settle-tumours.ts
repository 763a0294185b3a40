import type { Knowledge } from "@qinghao/knowledge";
import type { Tree } from "../../criteria/tree.schema.ts";
import { all, any } from "./tree-shapes.ts";

/** Cancer or benign tumour; the myelodysplastic syndromes too. */
const tumour = "MONDO:0045024";
const metastasis = "MONDO:0024880";
/** Fewer may say two things of one tumour ("adenocarcinoma and NSCLC"). */
const fewest = 3;

/**
 * "Diagnosis of MDS, CMML and AML", asked of those who take part: nobody is asked to have three tumours at once, so each of
 * them will do. Metastases, tumours that one of the others covers and those with a time of their own are left.
 */
export function settleTumours(tree: Tree, type: "inclusion" | "exclusion", knowledge: Knowledge): Tree {
  if (type === "exclusion" || tree.kind !== "all" || tree.of.filter(isPlain).length < fewest) return tree;
  const above = new Map(
    tree.of.flatMap((one) => (isPlain(one) ? one.concepts.of.map(({ id }) => [id, knowledge.ancestors(id)]) : [])),
  ) as Map<string, string[]>;
  const isTumour = (one: Tree): boolean =>
    isPlain(one) && one.concepts.of.every(({ id }) => has(above.get(id), tumour) && !isMetastasis(id, above.get(id)));
  const tumours = tree.of.filter(isTumour);
  const ids = tumours.flatMap((one) => (isPlain(one) ? one.concepts.of.map(({ id }) => id) : []));
  const areApart = ids.every((id) => !ids.some((other) => other !== id && has(above.get(id), other)));
  if (tumours.length < fewest || !areApart) return tree;
  return all([any(tumours), ...tree.of.filter((one) => !isTumour(one))]);
}

type Condition = Extract<Tree, { kind: "condition" }>;
const isPlain = (tree: Tree): tree is Condition =>
  tree.kind === "condition" && tree.when === undefined && tree.count === undefined;
const has = (above: readonly string[] | undefined, id: string) => above?.includes(id) === true;
const isMetastasis = (id: string, above: readonly string[] | undefined) => id === metastasis || has(above, metastasis);
