import { writeBenchReport } from "@qinghao/testing";
import type { Range } from "../src/criteria/ranges.schema.ts";
import type { Tree } from "../src/criteria/tree.schema.ts";
import { parseCriteria } from "../src/parse/parse-criteria.ts";
import { type Counts, openPacks, partOf, scores, stagedText } from "./parse-data.ts";
import { disputed, nameOfItem, nameOfScore, scaleOf, unitNames } from "./parse-numeric-names.ts";
import { measureTexts } from "./parse-numeric-texts.ts";

// Numeric and ordinal relations of criteria against the relations of the Clinical-Trial-Parser's grammar (64 rows, 20
// trials). That reference is a program's output, not a person's: rows that contradict their own text are named in
// `disputed` with the reason and scored twice, as they are and left out.

type Relation = { name: string; lower?: End; upper?: End; unit: string | null };
type End = { value: number; incl: boolean };

/** All numeric leaves of a tree as relations. An exclusion is turned round, as the reference does. */
function relationsOf(tree: Tree, isExclusion: boolean): Relation[] {
  if (tree.kind === "all" || tree.kind === "any" || tree.kind === "at-least") {
    return tree.of.flatMap((one) => relationsOf(one, isExclusion));
  }
  if (tree.kind === "not") return relationsOf(tree.of, !isExclusion);
  if (tree.kind === "age") return [relation("age", tree.range, tree.unit, isExclusion)];
  if (tree.kind === "life-expectancy") return [relation("life_expectancy", tree.range, tree.unit, isExclusion)];
  if (tree.kind === "score") return [relation(nameOfScore(tree.score), tree.range, null, isExclusion)];
  if (tree.kind !== "measurement") return [];
  return [relation(nameOfItem(tree.item.id), tree.range, tree.unit, isExclusion)];
}

function relation(name: string, range: Range, unit: string | null, isTurned: boolean): Relation {
  const scale = scaleOf(unit);
  const end = (value: number | undefined, isExclusive: boolean | undefined): End | undefined =>
    value === undefined ? undefined : { value: value * scale.by, incl: isExclusive !== true };
  const lower = end(range.min, range.minExclusive);
  const upper = end(range.max, range.maxExclusive);
  const turned = (one: End | undefined): End | undefined => one && { value: one.value, incl: !one.incl };
  const isOneSided = (lower === undefined) !== (upper === undefined);
  const [low, high] = isTurned && isOneSided ? [turned(upper), turned(lower)] : [lower, upper];
  return { name, ...(low ? { lower: low } : {}), ...(high ? { upper: high } : {}), unit: scale.unit };
}

type Row = { id: string; type: string; index: string; text: string; gold: Relation };

function readRows(): Row[] {
  return stagedText("fb_clinical_trial_parser/cfg_parsed_clinical_trials.tsv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [id, type, , index, text, , json] = line.split("\t") as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      return { id, type, index, text, gold: goldOf(JSON.parse(json)) };
    });
}

type Json = { name: string; unit?: string; value?: string[]; lower?: JsonEnd; upper?: JsonEnd };
type JsonEnd = { incl: boolean; value: string };

function goldOf({ name, unit, value, lower, upper }: Json): Relation {
  if (value !== undefined) {
    const values = value.map(Number);
    return {
      name,
      lower: { value: Math.min(...values), incl: true },
      upper: { value: Math.max(...values), incl: true },
      unit: null,
    };
  }
  const end = (one: JsonEnd | undefined): End | undefined =>
    one && { value: Number(/^\d+\.\d{3}$/.test(one.value) ? one.value.replace(".", "") : one.value), incl: one.incl };
  const [low, high] = [end(lower), end(upper)];
  return { name, ...(low ? { lower: low } : {}), ...(high ? { upper: high } : {}), unit: unit ?? null };
}

const isSameEnd = (a: End | undefined, b: End | undefined) =>
  a === undefined || b === undefined
    ? a === b
    : Math.abs(a.value - b.value) <= 1e-9 * Math.abs(b.value) && a.incl === b.incl;

/** Name, both ends with their inclusiveness, and the unit where the reference gives one. */
function isSame(own: Relation, gold: Relation): boolean {
  if (own.name !== gold.name || !isSameEnd(own.lower, gold.lower) || !isSameEnd(own.upper, gold.upper)) return false;
  return gold.unit === null || own.unit === null || (unitNames[own.unit] ?? own.unit) === gold.unit;
}

const knowledge = await openPacks();
const rows = readRows();
const keyOf = (row: Row) => `${row.id} ${row.type} ${row.text}`;

function measure(chosen: readonly Row[], isDisputed: (row: Row) => boolean) {
  const counts: Counts = { found: 0, wanted: 0, right: 0 };
  const missed: object[] = [];
  const extra: object[] = [];
  for (const key of new Set(chosen.map(keyOf))) {
    const group = chosen.filter((row) => keyOf(row) === key);
    const { type, text, id } = group[0]!;
    const heading = type === "inclusion" ? "Inclusion criteria:" : "Exclusion criteria:";
    const { criteria } = parseCriteria(`${heading}\n- ${text}`, { knowledge, lang: "en" });
    const own = criteria.flatMap(({ tree }) => relationsOf(tree, type === "exclusion"));
    const used = new Set<number>();
    for (const row of group) {
      const at = own.findIndex((one, place) => !used.has(place) && isSame(one, row.gold));
      if (isDisputed(row)) {
        // The relation of a disputed row is neither asked for nor held against us.
        const sameName = at >= 0 ? at : own.findIndex((one, place) => !used.has(place) && one.name === row.gold.name);
        if (sameName >= 0) used.add(sameName);
        continue;
      }
      counts.wanted++;
      if (at >= 0) {
        used.add(at);
        counts.right++;
      } else missed.push({ id, type, text: text.slice(0, 160), gold: row.gold, own });
    }
    const rest = own.filter((_, place) => !used.has(place));
    counts.found +=
      own.length - (group.filter(isDisputed).length > 0 ? Math.min(own.length, group.filter(isDisputed).length) : 0);
    for (const one of rest) extra.push({ id, type, text: text.slice(0, 160), own: one });
  }
  return { ...scores(counts), missed, extra };
}

const isNever = () => false;
const isDisputed = (row: Row) =>
  disputed.some(
    ({ id, type, name, value }) =>
      id === row.id &&
      type === row.type &&
      name === row.gold.name &&
      value === (row.gold.lower?.value ?? row.gold.upper?.value),
  );
const part = (which: 0 | 1) => rows.filter(({ id }) => partOf(id) === which);
const report = {
  reference: "Clinical-Trial-Parser, output of its grammar (Apache-2.0); exclusions are turned round there and here",
  match: "name, lower and upper end with inclusiveness, and the unit where the reference has one",
  seen: "all 64 rows were read before the rules were written; the split only shows how even the figures are",
  asTheReferenceStands: {
    development: measure(part(0), isNever),
    heldOut: measure(part(1), isNever),
    all: measure(rows, isNever),
  },
  wholeTexts: measureTexts(knowledge),
  withoutDisputedRows: { all: measure(rows, isDisputed), disputed },
};
const { all } = report.asTheReferenceStands;
const { wholeTexts } = report;
console.log(JSON.stringify({ ...all, missed: all.missed.length, extra: all.extra.length }));
if (process.argv.includes("--list")) console.log(JSON.stringify({ missed: all.missed, extra: all.extra }, null, 1));
const { all: undisputed } = report.withoutDisputedRows;
console.log(JSON.stringify({ ...undisputed, missed: undisputed.missed.length, extra: undisputed.extra.length }));
console.log(
  "whole texts",
  JSON.stringify({ ...wholeTexts, missed: wholeTexts.missed.length, extra: wholeTexts.extra.length }),
);
if (process.argv.includes("--list"))
  console.log(
    [...wholeTexts.missed.map((one) => `missed ${one}`), ...wholeTexts.extra.map((one) => `extra ${one}`)].join("\n"),
  );
// The criteria's own words are shown on request and not kept; trial, relation and reading tell which they are.
const kept = JSON.parse(JSON.stringify(report, (key, value) => (key === "text" ? undefined : value)));
if (!process.argv.includes("--dry")) writeBenchReport(import.meta.dirname, kept, "parse-numeric");
