import { readFileSync } from "node:fs";
import path from "node:path";
import { writeBenchReport } from "@qinghao/testing";
import type { Leaf, Tree } from "../src/criteria/tree.schema.ts";
import { parseCriteria } from "../src/parse/parse-criteria.ts";
import {
  expectedLeaves,
  expectedRelation,
  expectedWithoutTexts,
  foundLeaves,
  foundRelation,
  isSameEntity,
  isSameRange,
  isSameRelation,
  isSameTime,
  isSameTree,
  type Relation,
  type Signed,
  withoutTexts,
  writeWindow,
} from "./chinese-criteria/compare.ts";
import { idsOfName } from "./chinese-criteria/names.ts";
import { type ChineseCriterion, type ExpectedLeaf, readCriteria } from "./chinese-criteria/notation.ts";
import { type Counts, openPacks, scores, share } from "./parse-data.ts";

// Chinese criteria of our own against their expected trees (chinese-criteria/README.md). Misses are listed for the
// development part; of the held-out part only counts by cause are kept, so that rules cannot follow them.
// `node bench/parse-chinese.bench.ts development` measures that part alone and writes nothing.

const knowledge = await openPacks();
const here = import.meta.dirname;
const readPart = (name: string) =>
  readCriteria(readFileSync(path.join(here, "chinese-criteria", `${name}.txt`), "utf8"));

const numeric = new Set(["age", "life", "lines", "lab", "score"]);

function parseOne({ type, text }: ChineseCriterion): Tree {
  const heading = type === "inclusion" ? "入选标准：" : "排除标准：";
  const { criteria } = parseCriteria(`${heading}\n1. ${text}`, { knowledge, lang: "zh" });
  const trees = criteria.map(({ tree }) => tree);
  return trees.length === 1 ? trees[0]! : { kind: type === "inclusion" ? "all" : "any", of: trees };
}

/** Pairs found with wanted, each used once. */
function pair<F, W>(found: readonly F[], wanted: readonly W[], isSame: (a: F, b: W) => boolean) {
  const free = new Set(found.keys());
  const missed: W[] = [];
  const pairs: [F, W][] = [];
  for (const want of wanted) {
    const at = [...free].find((place) => isSame(found[place]!, want));
    if (at === undefined) missed.push(want);
    else {
      free.delete(at);
      pairs.push([found[at]!, want]);
    }
  }
  return { pairs, missed, extra: [...free].map((at) => found[at]!) };
}

const add = (counts: Counts, found: number, wanted: number, right: number) => {
  counts.found += found;
  counts.wanted += wanted;
  counts.right += right;
};

function causeOfNumber(missed: Relation, extra: readonly Relation[]): string {
  const same = extra.find(({ item }) => item === missed.item);
  if (same !== undefined) return same.unit === missed.unit ? "other bound" : "other unit or bound";
  return extra.some((one) => isSameRange(one, missed)) ? "other item" : "not found";
}

function causeOfName({ leaf }: Signed<ExpectedLeaf>, extra: readonly Signed<Leaf>[]): string {
  const isEvent = ["cond", "drug", "proc", "allergy"].includes(leaf.is);
  if (isEvent && idsOfName(knowledge, leaf.words).size === 0) return "expected name unknown to the pack";
  return extra.length > 0 ? "other name or kind in its place" : "not found";
}

function measure(part: readonly ChineseCriterion[]) {
  const numbers: Counts = { found: 0, wanted: 0, right: 0 };
  const names: Counts = { found: 0, wanted: 0, right: 0 };
  const signed: Counts = { found: 0, wanted: 0, right: 0 };
  const causes: Record<string, number> = {};
  const misses: Record<string, unknown>[] = [];
  let exact = 0;
  let sameLogic = 0;
  let withText = 0;
  const count = (cause: string) => {
    causes[cause] = (causes[cause] ?? 0) + 1;
  };
  for (const one of part) {
    const tree = parseOne(one);
    const found = foundLeaves(tree);
    const wanted = expectedLeaves(one.expected);
    const relations = pair(
      found.map(({ leaf }) => foundRelation(leaf)).filter((relation) => relation !== null),
      wanted.map(({ leaf }) => expectedRelation(leaf)).filter((relation) => relation !== null),
      isSameRelation,
    );
    add(
      numbers,
      relations.pairs.length + relations.extra.length,
      relations.pairs.length + relations.missed.length,
      relations.pairs.length,
    );
    const entities = pair(
      found.filter(({ leaf }) => leaf.kind !== "text" && !isNumber(leaf)),
      wanted.filter(({ leaf }) => leaf.is !== "text" && !numeric.has(leaf.is)),
      (a, b) => isSameEntity(knowledge, a.leaf, b.leaf),
    );
    const [entitiesFound, entitiesWanted] = [
      entities.pairs.length + entities.extra.length,
      entities.pairs.length + entities.missed.length,
    ];
    add(names, entitiesFound, entitiesWanted, entities.pairs.length);
    const alike = entities.pairs.filter(([a, b]) => a.isDenied === b.isDenied && isSameTime(a.leaf, b.leaf)).length;
    add(signed, entitiesFound, entitiesWanted, alike);
    for (const missed of relations.missed) count(`number: ${causeOfNumber(missed, relations.extra)}`);
    for (const missed of entities.missed) count(`name: ${causeOfName(missed, entities.extra)}`);
    const isExact = isSameTree(knowledge, tree, one.expected);
    const [own, gold] = [withoutTexts(tree), expectedWithoutTexts(one.expected)];
    const isAlike = own === null || gold === null ? own === gold : isSameTree(knowledge, own, gold);
    if (isExact) exact++;
    if (isAlike) sameLogic++;
    if (JSON.stringify(tree).includes('"text"')) withText++;
    if (!isExact) {
      misses.push({
        text: one.text,
        isLogicSame: isAlike,
        numbersMissed: relations.missed,
        numbersExtra: relations.extra,
        namesMissed: entities.missed.map(({ leaf }) => `${leaf.is} ${leaf.words}`),
        namesExtra: entities.extra.map(({ leaf }) => shortLeaf(leaf)),
        tree: shortTree(tree),
      });
    }
  }
  const size = part.length;
  return {
    report: {
      criteria: size,
      numeric: scores(numbers),
      entities: scores(names),
      entitiesWithTimeAndDenial: scores(signed),
      exactTree: share(exact, size),
      exactTreeButTexts: share(sameLogic, size),
      withTextLeft: share(withText, size),
      missesByCause: causes,
    },
    misses,
  };
}

const isNumber = (leaf: Leaf) =>
  ["age", "life-expectancy", "therapy-lines", "measurement", "score"].includes(leaf.kind);

function shortLeaf(leaf: Leaf): string {
  const when = "when" in leaf && leaf.when !== undefined ? ` @${writeWindow(leaf.when)}` : "";
  const relation = foundRelation(leaf);
  if (relation !== null) return `${relation.item} ${JSON.stringify(relation.range)} ${relation.unit ?? ""}${when}`;
  if (leaf.kind === "text") return `"${leaf.text}"`;
  if ("concepts" in leaf && leaf.concepts !== undefined) {
    const { of, except = [] } = leaf.concepts;
    const nameOf = (one: { id: string; en?: string | undefined }) => `${one.id} ${one.en ?? ""}`;
    const but = except.length > 0 ? ` except ${except.map(nameOf).join("|")}` : "";
    return `${leaf.kind} ${of.map(nameOf).join("|")}${but}${when}`;
  }
  const { kind: _, ...rest } = leaf;
  return `${leaf.kind} ${JSON.stringify(rest)}`;
}

function shortTree(tree: Tree): string {
  if (tree.kind === "not") return `not(${shortTree(tree.of)})`;
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least")
    return `${tree.kind}(${tree.of.map(shortTree).join("; ")})`;
  return tree.kind === "temporal" ? "temporal" : shortLeaf(tree);
}

const development = measure(readPart("development"));
console.log("development", JSON.stringify(development.report, null, 1));
if (process.argv[2] === "development") {
  for (const miss of development.misses) console.log(JSON.stringify(miss));
} else {
  const heldOut = measure(readPart("held-out"));
  console.log("held out", JSON.stringify(heldOut.report, null, 1));
  writeBenchReport(
    here,
    {
      what: "Chinese eligibility criteria against expected trees of our own set",
      development: { ...development.report, misses: development.misses },
      heldOut: heldOut.report,
    },
    "parse-chinese",
  );
}
