import { convert } from "@qinghao/clinical";
import type { Knowledge } from "@qinghao/knowledge";
import type { ConceptRef, Range, Window } from "../../src/criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../src/criteria/tree.schema.ts";
import { aliases } from "./aliases.ts";
import { idsOfName } from "./names.ts";
import type { Expected, ExpectedLeaf, ExpectedRange } from "./notation.ts";

/** A leaf with the denials above it counted. */
export type Signed<T> = { leaf: T; isDenied: boolean };

export function expectedLeaves(tree: Expected, isDenied = false): Signed<ExpectedLeaf>[] {
  if (tree.kind === "leaf") return [{ leaf: tree, isDenied }];
  return tree.of.flatMap((one) => expectedLeaves(one, tree.kind === "not" ? !isDenied : isDenied));
}

export function foundLeaves(tree: Tree, isDenied = false): Signed<Leaf>[] {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least")
    return tree.of.flatMap((one) => foundLeaves(one, isDenied));
  if (tree.kind === "not") return foundLeaves(tree.of, !isDenied);
  return tree.kind === "temporal" ? [] : [{ leaf: tree, isDenied }];
}

/** A number that a criterion bounds: what is measured, the range and its unit ("xULN" for multiples of a limit). */
export type Relation = { item: string; range: Range; unit: string | null };

export function expectedRelation({ is, words, range, unit }: ExpectedLeaf): Relation | null {
  if (range === undefined) return null;
  if (is === "drug") return { item: "dose", range, unit: unit ?? null };
  if (is === "variant") return { item: `level ${words.split(" ")[0]}`, range, unit: unit ?? null };
  return { item: is === "lab" || is === "score" ? words : is, range, unit: unit ?? null };
}

export function foundRelation(leaf: Leaf): Relation | null {
  switch (leaf.kind) {
    case "age":
      return { item: "age", range: leaf.range, unit: leaf.unit };
    case "life-expectancy":
      return { item: "life", range: leaf.range, unit: leaf.unit };
    case "therapy-lines":
      return { item: "lines", range: leaf.range, unit: null };
    case "score":
      return { item: leaf.score, range: leaf.range, unit: null };
    case "measurement": {
      const { type } = leaf.expression;
      // The notation has no word for the change between two results: it is no level, and no tree of the set asks for it.
      if (type === "change") return null;
      const unit = type === "times-upper-limit" ? "xULN" : type === "times-lower-limit" ? "xLLN" : leaf.unit;
      return { item: leaf.item.id.replace("LAB:", ""), range: leaf.range, unit };
    }
    case "drug":
      return leaf.dose === undefined ? null : { item: "dose", range: leaf.dose.range, unit: leaf.dose.unit };
    case "variant":
      return leaf.level === undefined
        ? null
        : { item: `level ${leaf.gene.en}`, range: leaf.level.range, unit: leaf.level.unit };
    default:
      return null;
  }
}

const timeUnits: Record<string, number> = { day: 1, week: 7, month: 30.4375, year: 365.25 };

function inUnit(value: number, from: string | null, to: string | null): number | null {
  if (from === to) return value;
  if (from === null || to === null) return [from, to].includes("1") ? value : null;
  const [a, b] = [timeUnits[from], timeUnits[to]];
  if (a !== undefined && b !== undefined) return (value * a) / b;
  if (/^x[UL]LN$/.test(from) || /^x[UL]LN$/.test(to)) return null;
  const converted = convert(value, from, to);
  return converted.ok ? converted.value : null;
}

export const isSameRange = (found: Relation, wanted: Relation): boolean =>
  isSameEnd(found, wanted, "min") && isSameEnd(found, wanted, "max");

function isSameEnd(found: Relation, wanted: Relation, side: "min" | "max"): boolean {
  const [a, b] = [found.range[side], wanted.range[side]];
  if (a === undefined || b === undefined) return a === b;
  const value = inUnit(b, wanted.unit, found.unit);
  if (value === null || Math.abs(a - value) > 1e-6 * Math.max(1, Math.abs(value))) return false;
  const exclusive = (range: ExpectedRange) => range[side === "min" ? "minExclusive" : "maxExclusive"] === true;
  return exclusive(found.range) === exclusive(wanted.range as ExpectedRange);
}

export const isSameRelation = (found: Relation, wanted: Relation): boolean =>
  found.item === wanted.item && isSameRange(found, wanted);

const kinds: Record<string, Leaf["kind"]> = { cond: "condition", proc: "procedure", state: "reproduction" };
const eventKinds = new Set<string>(["cond", "drug", "proc", "allergy"]);

/** Whether an expected leaf that names something is this one: kind and name; neither time nor denial. */
export function isSameEntity(knowledge: Knowledge, leaf: Leaf, wanted: ExpectedLeaf): boolean {
  if (leaf.kind !== (kinds[wanted.is] ?? wanted.is)) return false;
  const [name = "", ...rest] = wanted.words.split(" ");
  switch (leaf.kind) {
    case "condition":
    case "drug":
    case "procedure":
    case "allergy": {
      const names = wanted.words.replace(/ dose$/, "");
      return eventKinds.has(wanted.is) && areNamed(knowledge, leaf.concepts.of, names);
    }
    case "result":
      return leaf.item.id === `LAB:${name}` && leaf.is.join() === rest.join();
    case "variant":
      return leaf.gene.en === name && leaf.change === rest[0] && leaf.status === rest[1];
    case "reproduction":
      return leaf.state === wanted.words;
    case "consent":
      return leaf.to === wanted.words;
    case "sex":
      return leaf.is.join() === wanted.words;
    case "stage":
      return isSameStage(leaf, wanted.words);
    default:
      return false;
  }
}

function isSameStage(leaf: Extract<Leaf, { kind: "stage" }>, words: string): boolean {
  const lists = { t: "", n: "", m: "", groups: "" };
  for (const part of words.split(" ")) {
    const found = /^([tnm]):(.+)$/.exec(part);
    if (found === null) lists.groups = part;
    else lists[found[1] as "t" | "n" | "m"] = found[2]!;
  }
  return (["t", "n", "m", "groups"] as const).every(
    (key) => (leaf[key] ?? []).join().toUpperCase() === lists[key].toUpperCase(),
  );
}

function areNamed(knowledge: Knowledge, of: readonly ConceptRef[], names: string): boolean {
  const ids = idsOfName(knowledge, names);
  return of.some(({ id, en }) => ids.has(id) || names.split("|").some((name) => (aliases[name] ?? name) === en));
}

const letters: Record<string, string> = { hour: "h", day: "d", week: "w", month: "m", year: "y" };

/** "-4w..0", the form of the set. */
export function writeWindow(window: Window | undefined): string | undefined {
  if (window === undefined) return undefined;
  const end = (one: Window["from"]) =>
    one === undefined ? "" : one.value === 0 ? "0" : `${one.value}${letters[one.unit]}`;
  return `${end(window.from)}..${end(window.to)}`;
}

const windowOf = (leaf: Leaf) => writeWindow("when" in leaf ? leaf.when : undefined);

export const isSameTime = (leaf: Leaf, wanted: ExpectedLeaf): boolean => windowOf(leaf) === wanted.when;

function isSameLeaf(knowledge: Knowledge, leaf: Leaf, wanted: ExpectedLeaf): boolean {
  if (wanted.is === "text" || leaf.kind === "text") return wanted.is === leaf.kind;
  const [found, relation] = [foundRelation(leaf), expectedRelation(wanted)];
  if ((found === null) !== (relation === null)) return false;
  if (found !== null && !isSameRelation(found, relation!)) return false;
  const isNumberOnly = ["age", "life", "lines", "lab", "score"].includes(wanted.is);
  if (!isNumberOnly && !isSameEntity(knowledge, leaf, wanted)) return false;
  const except = "concepts" in leaf ? (leaf.concepts?.except ?? []) : [];
  const isExcepted = wanted.except === undefined ? except.length === 0 : areNamed(knowledge, except, wanted.except);
  return isSameTime(leaf, wanted) && isExcepted;
}

/** Whether two trees say the same: structure, names, numbers and times; the order of members does not matter. */
export function isSameTree(knowledge: Knowledge, found: Tree, wanted: Expected): boolean {
  if (found.kind === "temporal" || found.kind === "at-least") return false;
  if (found.kind === "not") return wanted.kind === "not" && isSameTree(knowledge, found.of, wanted.of[0]!);
  if (found.kind === "all" || found.kind === "any") {
    if (wanted.kind !== found.kind || wanted.of.length !== found.of.length) return false;
    const left = [...found.of];
    return wanted.of.every((one) => {
      const at = left.findIndex((tree) => isSameTree(knowledge, tree, one));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  }
  return wanted.kind === "leaf" && isSameLeaf(knowledge, found, wanted);
}

/** The tree without what is left to a person; null where nothing else stands in it. */
export function withoutTexts(tree: Tree): Tree | null {
  if (tree.kind === "text") return null;
  if (tree.kind === "not") {
    const of = withoutTexts(tree.of);
    return of === null ? null : { kind: "not", of };
  }
  if (tree.kind !== "all" && tree.kind !== "any") return tree;
  const of = tree.of.map(withoutTexts).filter((one) => one !== null);
  return of.length === 0 ? null : of.length === 1 ? of[0]! : { kind: tree.kind, of: flat(tree.kind, of) };
}
const flat = (kind: "all" | "any", of: Tree[]) => of.flatMap((one) => (one.kind === kind ? one.of : [one]));

export function expectedWithoutTexts(tree: Expected): Expected | null {
  if (tree.kind === "leaf") return tree.is === "text" ? null : tree;
  const of = tree.of.map(expectedWithoutTexts).filter((one) => one !== null);
  if (tree.kind === "not") return of.length === 0 ? null : { kind: "not", of };
  const { kind } = tree;
  const members = of.flatMap((one) => (one.kind === kind ? one.of : [one]));
  return members.length === 0 ? null : members.length === 1 ? members[0]! : { kind, of: members };
}
