import { writeBenchReport } from "@qinghao/testing";
import type { Range, Window } from "../src/criteria/ranges.schema.ts";
import type { Tree } from "../src/criteria/tree.schema.ts";
import { languageOf } from "../src/parse/languages.ts";
import { parseCriteria } from "../src/parse/parse-criteria.ts";
import { foldText } from "../src/parse/read/fold.ts";
import { readMarks } from "../src/parse/read/read-marks.ts";
import { type Call, readLogicForm } from "./logic-form.ts";
import { type Counts, matched, openPacks, partOf, scores, share, stagedText } from "./parse-data.ts";

// Text to logic on the Leaf corpus's 1,609 pairs of criterion and logical form. Both sides become sets of components:
//   entity     what is named (a name counts as the concept that our own linker gives it; unlinked names as their words)
//   number     (entity, operator, value)
//   time       (entity, value, unit) of a window
//   denial     (entity) under neg()
//   structure  for two entities of one criterion, whether the nearest thing that joins them is "any" or "all"
// The pairs have no document ids: the split is by the hash of the criterion's words.

type Pair = { intent: string; snippet: string };
type Parts = {
  entities: string[];
  numbers: string[];
  times: string[];
  denials: string[];
  joins: Map<string, "any" | "all">;
};
const kinds = ["entities", "numbers", "times", "denials"] as const;

const knowledge = await openPacks();
const english = languageOf("en", "");

/** A name of the logical form as our own reading of it. */
const keys = new Map<string, string>();
function keyOfName(name: string): string {
  const spaced = name.replace(/\s*([./+-])\s*/g, "$1").replace(/\b([A-Za-z]+) (\d)\b/g, "$1$2");
  const known = keys.get(spaced);
  if (known !== undefined) return known;
  const folded = foldText(spaced);
  const marks = readMarks(english, knowledge, spaced, folded, 0, spaced.length);
  const named = marks.map(keyOfMark).filter((one) => one !== null);
  const key = named[named.length - 1] ?? `words:${folded}`;
  keys.set(spaced, key);
  return key;
}

function keyOfMark(mark: ReturnType<typeof readMarks>[number]): string | null {
  if (mark.type === "concept") return mark.ref.id;
  if (mark.type === "state") return mark.state;
  if (mark.type === "sex") return mark.is;
  if (mark.type === "visit") return mark.setting;
  if (mark.type === "consent") return "consent";
  if (mark.type === "leaf") return keyOfLeaf(mark.tree);
  if (mark.type !== "measure") return null;
  const { measure } = mark;
  if (measure.of === "lab" || measure.of === "ratio") return measure.item.id;
  return measure.of === "score" ? measure.score : measure.of;
}

function keyOfLeaf(tree: Tree): string | null {
  switch (tree.kind) {
    case "condition":
    case "drug":
    case "procedure":
    case "allergy": {
      const [{ id }] = tree.concepts.of as [{ id: string }];
      return id;
    }
    case "measurement":
    case "result":
      return tree.item.id;
    case "score":
      return tree.score;
    case "sex":
      return tree.is[0]!;
    case "reproduction":
      return tree.state;
    case "variant":
      return tree.gene.id;
    case "not":
      return keyOfLeaf(tree.of);
    case "text":
      return null;
    case "visit":
      return tree.setting;
    case "therapy-lines":
      return "lines";
    case "all":
    case "any":
    case "at-least":
    case "temporal":
      return null;
    default:
      return tree.kind;
  }
}

const empty = (): Parts => ({ entities: [], numbers: [], times: [], denials: [], joins: new Map() });

function join(parts: Parts, groups: readonly string[][], how: "any" | "all"): void {
  for (const [at, a] of groups.entries()) {
    for (const b of groups.slice(at + 1)) {
      for (const x of a) for (const y of b) if (x !== y) parts.joins.set([x, y].sort().join(" | "), how);
    }
  }
}

function ownParts(tree: Tree, parts: Parts, isDenied = false): string[] {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") {
    const groups = tree.of.map((one) => ownParts(one, parts, isDenied));
    join(parts, groups, tree.kind === "all" ? "all" : "any");
    return groups.flat();
  }
  if (tree.kind === "not") return ownParts(tree.of, parts, !isDenied);
  const key = keyOfLeaf(tree);
  if (key === null) return [];
  parts.entities.push(key);
  if (isDenied) parts.denials.push(key);
  if ("range" in tree) for (const one of rangeParts(tree.range)) parts.numbers.push(`${key} ${one}`);
  if ("when" in tree && tree.when !== undefined)
    for (const one of windowParts(tree.when)) parts.times.push(`${key} ${one}`);
  return [key];
}

const rangeParts = ({ min, max, minExclusive, maxExclusive }: Range): string[] => {
  if (min !== undefined && min === max) return [`= ${min}`];
  return [
    ...(min === undefined ? [] : [`${minExclusive ? ">" : ">="} ${min}`]),
    ...(max === undefined ? [] : [`${maxExclusive ? "<" : "<="} ${max}`]),
  ];
};
const windowParts = ({ from, to }: Window): string[] =>
  [from, to].flatMap((one) => (one === undefined || one.value === 0 ? [] : [`${Math.abs(one.value)} ${one.unit}`]));

const heads = new Set([
  "cond",
  "proc",
  "drug",
  "observ",
  "observation",
  "lab",
  "vital",
  "clinical_score",
  "measurement",
  "allergy",
  "social_habit",
  "immune",
  "survey_or_questionnaire",
  "org",
]);
const single: Record<string, string> = {
  age: "age",
  female: "female",
  male: "male",
  inpatient: "inpatient",
  outpatient: "outpatient",
  emergency: "emergency",
  adult: "age",
};
/** `or` wraps whatever a criterion lists, so only `union` and `intersect` tell how things are joined. */
const joiners: Record<string, "any" | "all" | null> = { or: null, union: "any", intersect: "all", and: "all" };
/** What our trees have no place for. */
const foreign = new Set([
  "lang",
  "loc",
  "prov",
  "parent",
  "father",
  "mother",
  "spouse",
  "ethnic",
  "insur",
  "death",
  "birth",
  "referral",
  "transfer",
  "discharge",
  "enc",
  "criteria",
  "hypothetical",
  "intention",
  "risk",
  "contraind",
  "indic",
  "possible",
  "child",
  "infant",
  "elderly",
]);

function goldParts(chain: readonly Call[], parts: Parts, isDenied = false): string[] {
  const own: string[] = [];
  let head: string | null = null;
  let isHead = false;
  let denied = isDenied;
  for (const call of chain) {
    if (call.fn === "neg") {
      denied = !isDenied;
      for (const arg of call.args) if (typeof arg !== "string") own.push(...goldParts(arg, parts, denied));
    } else if (heads.has(call.fn)) {
      isHead = true;
      head = null;
      const given = call.args.find((arg) => typeof arg === "string") as string | undefined;
      if (given !== undefined) head = addHead(keyOfName(given));
    } else if (call.fn === "name" || call.fn === "type") {
      const name = call.args[0];
      if (typeof name === "string" && isHead) head = addHead(keyOfName(name));
    } else if (single[call.fn] !== undefined) {
      isHead = true;
      head = addHead(single[call.fn]!);
    } else if (call.fn === "num_filter" || call.fn === "duration") {
      for (const arg of call.args) if (typeof arg !== "string" && head !== null) addNumber(arg, head, parts);
    } else if (call.fn === "temporal_filter") {
      for (const arg of call.args) if (typeof arg !== "string" && head !== null) addTime(arg, head, parts);
    } else if (joiners[call.fn] !== undefined) {
      const groups = call.args
        .filter((arg) => typeof arg !== "string")
        .map((arg) => goldParts(arg as Call[], parts, denied));
      const how = joiners[call.fn];
      if (how !== null && how !== undefined) join(parts, groups, how);
      own.push(...groups.flat());
    } else if (call.fn === "equiv" || call.fn === "abbrev") {
      for (const arg of call.args) if (typeof arg !== "string") own.push(...goldParts(arg, parts, denied));
    } else if (
      call.fn === "example" ||
      call.fn === "using" ||
      call.fn === "before" ||
      call.fn === "after" ||
      call.fn === "during"
    ) {
      for (const arg of call.args) if (typeof arg !== "string") own.push(...goldParts(arg, parts, denied));
    }
  }
  return own;

  function addHead(key: string): string {
    parts.entities.push(key);
    if (denied) parts.denials.push(key);
    own.push(key);
    return key;
  }
}

const words: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const numberOf = (text: string): number => words[text.toLowerCase()] ?? Number(text.replace(/[, ]/g, ""));
const operators: Record<string, string> = { GTEQ: ">=", LTEQ: "<=", GT: ">", LT: "<", EQ: "=" };

function comparison(chain: readonly Call[]) {
  const op = chain.find(({ fn }) => fn === "op")?.args[0];
  const values = chain
    .filter(({ fn }) => fn === "val")
    .flatMap(({ args }) => args.filter((arg) => typeof arg === "string").map((arg) => numberOf(arg as string)));
  const unit = chain.find(({ fn }) => fn === "temporal_unit")?.args[0];
  return {
    op: Array.isArray(op) ? op[0]!.fn : (op ?? "EQ"),
    values: values.filter((value) => !Number.isNaN(value)),
    unit: Array.isArray(unit) ? unit[0]!.fn.toLowerCase() : null,
  };
}

function addNumber(chain: readonly Call[], head: string, parts: Parts): void {
  const { op, values } = comparison(chain);
  if (values.length === 0) return;
  if (values.length > 1) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    parts.numbers.push(...(low === high ? [`${head} = ${low}`] : [`${head} >= ${low}`, `${head} <= ${high}`]));
  } else parts.numbers.push(`${head} ${operators[op] ?? "="} ${values[0]}`);
}

function addTime(chain: readonly Call[], head: string, parts: Parts): void {
  const { values, unit } = comparison(chain);
  for (const value of values) if (unit !== null) parts.times.push(`${head} ${value} ${unit}`);
}

const isForeign = (chain: readonly Call[]): boolean =>
  chain.some(({ fn, args }) => foreign.has(fn) || args.some((arg) => typeof arg !== "string" && isForeign(arg)));

/** "Male and female" asks for nothing; our trees leave it out. */
function dropBothSexes(parts: Parts): void {
  if (!parts.entities.includes("male") || !parts.entities.includes("female")) return;
  parts.entities = parts.entities.filter((key) => key !== "male" && key !== "female");
}

const unique = (of: readonly string[]) => [...new Set(of)];
const isEqual = (a: string, b: string) => a === b;

const pairs = JSON.parse(stagedText("lct_intent_to_query/train.json")) as Pair[];

function measure(chosen: readonly Pair[], list: object[] | null) {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, { found: 0, wanted: 0, right: 0 }])) as Record<
    (typeof kinds)[number],
    Counts
  >;
  let exact = 0;
  let comparable = 0;
  let exactComparable = 0;
  let unreadable = 0;
  const joins = { shared: 0, same: 0 };
  for (const { intent, snippet } of chosen) {
    const chain = readLogicForm(snippet);
    if (chain === null) {
      unreadable++;
      continue;
    }
    const gold = empty();
    goldParts(chain, gold);
    dropBothSexes(gold);
    const own = empty();
    const { criteria } = parseCriteria(`Inclusion criteria:\n${intent}`, { knowledge, lang: "en" });
    for (const { tree } of criteria) ownParts(tree, own);
    let isExact = true;
    for (const kind of kinds) {
      const [found, wanted] = [unique(own[kind]), unique(gold[kind])];
      const right = matched(found, wanted, isEqual);
      counts[kind].found += found.length;
      counts[kind].wanted += wanted.length;
      counts[kind].right += right;
      if (right < found.length || right < wanted.length) isExact = false;
    }
    for (const [key, how] of gold.joins) {
      const same = own.joins.get(key);
      if (same === undefined) continue;
      joins.shared++;
      if (same === how) joins.same++;
      else isExact = false;
    }
    const isComparable = !isForeign(chain) && !gold.entities.some((key) => key.startsWith("words:"));
    if (isExact) exact++;
    if (isComparable) comparable++;
    if (isComparable && isExact) exactComparable++;
    if (list !== null && !isExact)
      list.push({
        intent,
        snippet,
        gold: { e: gold.entities, n: gold.numbers, t: gold.times, d: gold.denials },
        own: { e: own.entities, n: own.numbers, t: own.times, d: own.denials },
      });
  }
  const total = { found: 0, wanted: 0, right: 0 };
  for (const kind of kinds)
    for (const field of ["found", "wanted", "right"] as const) total[field] += counts[kind][field];
  return {
    pairs: chosen.length,
    unreadable,
    exact: share(exact, chosen.length),
    comparable: { pairs: comparable, exact: share(exactComparable, comparable) },
    components: { all: scores(total), ...Object.fromEntries(kinds.map((kind) => [kind, scores(counts[kind])])) },
    structure: { pairsOfEntitiesInBoth: joins.shared, sameJoin: share(joins.same, joins.shared) },
  };
}

const part = (which: 0 | 1) => pairs.filter(({ intent }) => partOf(intent) === which);
const list: object[] | null = process.argv.includes("--list") ? [] : null;
const report = {
  notComparable:
    "languages, places, providers, relatives, death, births, hypothetical and intended events, risks and contraindications have no leaf in our trees; names that no concept of the knowledge pack has stay words on both sides and count as missed",
  split: "hash of the criterion's words; the pairs have no document ids",
  development: measure(part(0), list),
  heldOut: measure(part(1), null),
};
if (list !== null)
  for (const one of list.slice(0, Number(process.argv[process.argv.indexOf("--list") + 1] ?? 60)))
    console.log(JSON.stringify(one));
console.log(JSON.stringify(report.development));
console.log(JSON.stringify(report.heldOut));
if (!process.argv.includes("--dry")) writeBenchReport(import.meta.dirname, report, "parse-logic");
