import type { Offset, Range, Window } from "../../src/criteria/ranges.schema.ts";
import type { Leaf, Temporal, Tree } from "../../src/criteria/tree.schema.ts";

// Trees as one line: "cond MONDO:0005068 @-6month..0 start", "after(cond A; end of latest drug B; 0..6month)".

const offset = ({ value, unit }: Offset) => (value === 0 ? "0" : `${value}${unit}`);
const window = ({ from, to, part }: Window) =>
  ` @${from === undefined ? "" : offset(from)}..${to === undefined ? "" : offset(to)}${part === undefined ? "" : ` ${part}`}`;

function range({ min, max, minExclusive, maxExclusive }: Range): string {
  const low = min === undefined ? "" : `${minExclusive ? ">" : ">="}${min}`;
  return low + (max === undefined ? "" : `${maxExclusive ? "<" : "<="}${max}`);
}

const expressions = {
  value: "",
  ratio: " ratio",
  change: " change",
  "times-upper-limit": " xULN",
  "times-lower-limit": " xLLN",
};

function leafOf(leaf: Leaf): string {
  const when = "when" in leaf && leaf.when !== undefined ? window(leaf.when) : "";
  switch (leaf.kind) {
    case "condition":
    case "drug":
    case "procedure":
    case "allergy": {
      const { of, except = [] } = leaf.concepts;
      const but = except.length > 0 ? ` except ${except.map(({ id }) => id).join("|")}` : "";
      const status = "status" in leaf && leaf.status !== undefined ? ` ${leaf.status}` : "";
      const words = "qualifiers" in leaf && leaf.qualifiers !== undefined ? ` {${leaf.qualifiers.join(", ")}}` : "";
      const intent = "intent" in leaf && leaf.intent !== undefined ? ` for ${leaf.intent.join("|")}` : "";
      return `${leaf.kind} ${of.map(({ id }) => id).join("|")}${but}${status}${intent}${words}${when}`;
    }
    case "measurement": {
      const { expression } = leaf;
      const unit = leaf.unit === null ? "" : ` ${leaf.unit}`;
      const relative = expression.type === "change" && expression.relative ? " relative" : "";
      const taken = leaf.fasting === undefined ? "" : leaf.fasting ? "fasting " : "not-fasting ";
      return `${taken}${leaf.item.id}${expressions[expression.type]}${relative} ${range(leaf.range)}${unit}${when}`;
    }
    case "score":
      return `${leaf.score} ${range(leaf.range)}${when}`;
    case "age":
      return `age ${range(leaf.range)} ${leaf.unit}`;
    case "ctcae":
      return `ctcae ${leaf.term} ${leaf.grade.min}..${leaf.grade.max}${when}`;
    case "reproduction":
      return `${leaf.state}${when}`;
    case "sex":
      return leaf.is.join("|");
    case "stage": {
      const parts = [leaf.groups, leaf.t, leaf.n, leaf.m].map((of) => (of === undefined ? "" : ` ${of.join("|")}`));
      return `stage${parts.join("")}${when}`;
    }
    case "variant": {
      const { gene, change, status, alterations = [], level } = leaf;
      const which = alterations.length === 0 ? "" : ` [${alterations.join(", ")}]`;
      const high = level === undefined ? "" : ` ${range(level.range)} ${level.unit}`;
      return `${gene.id} ${change}${which} ${status}${high}${when}`;
    }
    case "result":
      return `${leaf.item.id} ${leaf.is.join("|")}${when}`;
    case "therapy-lines":
    case "life-expectancy":
      return `${leaf.kind} ${range(leaf.range)}${"unit" in leaf ? ` ${leaf.unit}` : ""}${when}`;
    case "consent":
      return `consent ${leaf.to}`;
    case "visit":
      return `visit ${leaf.setting}${when}`;
    case "text":
      return `"${leaf.text}"`;
  }
}

function temporalOf({ event, anchor, anchorPoint, anchorPick, relation }: Temporal): string {
  const pick = `${anchorPoint === "end" ? "end of " : ""}${anchorPick === undefined ? "" : `${anchorPick} `}`;
  if (relation.type === "during") return `during(${leafOf(event)}; ${pick}${leafOf(anchor)})`;
  const from = relation.from === undefined ? "" : offset(relation.from);
  const to = relation.to === undefined ? "" : offset(relation.to);
  return `after(${leafOf(event)}; ${pick}${leafOf(anchor)}; ${from}..${to})`;
}

/** A tree in the notation of the tables of these tests. */
export function written(tree: Tree): string {
  if (tree.kind === "not") return `not(${written(tree.of)})`;
  if (tree.kind === "all" || tree.kind === "any") return `${tree.kind}(${tree.of.map(written).join("; ")})`;
  if (tree.kind === "at-least") return `at-least-${tree.n}(${tree.of.map(written).join("; ")})`;
  return tree.kind === "temporal" ? temporalOf(tree) : leafOf(tree);
}
