import type { Leaf, Tree } from "../criteria/tree.schema.ts";
import type { CompileContext } from "./context.ts";
import { compileResult, compileStage } from "./leaves/coded.ts";
import { compileCtcae } from "./leaves/ctcae.ts";
import { compileTherapyLines } from "./leaves/drug.ts";
import { compileEventQuestion } from "./leaves/event.ts";
import { eventQuestion } from "./leaves/event-leaf.ts";
import { compileMeasurement } from "./leaves/measurement.ts";
import { compileAge, compileSex } from "./leaves/person.ts";
import { compileScore } from "./leaves/score.ts";
import { compileConsent, compileLifeExpectancy, compileReproduction } from "./leaves/statement.ts";
import { compileTemporal } from "./leaves/temporal.ts";
import { compileVariant } from "./leaves/variant.ts";
import { type Plan, unknownPlan } from "./relation.ts";

/** Compiles a criteria tree; what no record can show compiles to a constant unknown. */
export function compileTree(tree: Tree, context: CompileContext): Plan {
  switch (tree.kind) {
    case "all":
    case "any":
      return { kind: tree.kind, of: tree.of.map((one) => compileTree(one, context)) };
    case "at-least":
      return { kind: "at-least", n: tree.n, of: tree.of.map((one) => compileTree(one, context)) };
    case "not":
      return { kind: "not", of: compileTree(tree.of, context) };
    case "temporal":
      return compileTemporal(tree, context);
    default:
      return compileLeaf(tree, context);
  }
}

function compileLeaf(leaf: Leaf, context: CompileContext): Plan {
  switch (leaf.kind) {
    case "age":
      return compileAge(leaf, context);
    case "sex":
      return compileSex(leaf);
    case "condition":
    case "procedure":
    case "drug":
    case "allergy":
    case "visit":
      return compileEventQuestion(eventQuestion(leaf, context), context);
    case "therapy-lines":
      return compileTherapyLines(leaf, context);
    case "measurement":
      return compileMeasurement(leaf, context);
    case "result":
      return compileResult(leaf, context);
    case "score":
      return compileScore(leaf, context);
    case "ctcae":
      return compileCtcae(leaf, context);
    case "stage":
      return compileStage(leaf, context);
    case "variant":
      return compileVariant(leaf, context);
    case "reproduction":
      return compileReproduction(leaf, context);
    case "consent":
      return compileConsent(leaf, context);
    case "life-expectancy":
      return compileLifeExpectancy(leaf, context);
    case "text":
      return unknownPlan;
  }
}
