import { writeBenchReport } from "@qinghao/testing";
import type { Tree } from "../src/criteria/tree.schema.ts";
import { languageOf } from "../src/parse/languages.ts";
import { parseCriteria } from "../src/parse/parse-criteria.ts";
import { flattenItems, splitCriteria } from "../src/parse/split/items.ts";
import { type Counts, matched, openPacks, partOf, scores, share, stagedLines } from "./parse-data.ts";

// Splitting of eligibility text. The 1,000 trials of criteria_split hold items, not the text they were split from; that
// text is staged elsewhere for a few of them (same registry number). Measured:
//   sources   those trials: our entries against theirs, by words and by the place where an entry begins
//   rebuilt   all 1,000: their items written out as registry text in four styles (dashes, numbers, stars, paragraphs;
//             wrapped at 90 characters) and split again; boundaries and sections must come back
//   ages      minimum and maximum age read from the inclusion items against the registry's fields
// The reference split is a program's work too and cuts at " - " and "- " inside sentences; it is scored as it stands.

type Trial = {
  nct_id: string;
  minimum_age: number | null;
  maximum_age: number | null;
  inclusion: string[];
  exclusion: string[];
};
type Source = { nctId: string; criteria?: string; text?: string };

const english = languageOf("en", "");
const squeeze = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const isEqual = (a: string, b: string) => a === b;

const trials = stagedLines<Trial>("criteria_split/trials_parsed.ndjson.gz");
const texts = new Map<string, string>();
for (const { nctId, text } of stagedLines<Source>("lct_corpus.ndjson.gz")) texts.set(nctId, text!);
for (const { nctId, criteria } of stagedLines<Source>("ctgov_eligibility_top.ndjson.gz")) texts.set(nctId, criteria!);

/** Entries of a text, each with its section; a list's head and members count one by one, as in the reference. */
function entries(text: string): { type: string; words: string; all: string }[] {
  return splitCriteria(english, text).flatMap(({ type, items }) =>
    flattenItems(items).map(({ from, to, end }) => ({
      type,
      words: squeeze(text.slice(from, to)),
      all: squeeze(text.slice(from, end)),
    })),
  );
}

/** Where entries begin, counted in letters of their section: what a split decides, whatever marks stand between. */
function starts(words: readonly string[]): string[] {
  let at = 0;
  return words.flatMap((one) => {
    const start = String(at);
    at += one.length;
    return one.length === 0 ? [] : [start];
  });
}

function compare(pairs: readonly { text: string; trial: Trial }[]) {
  const items: Counts = { found: 0, wanted: 0, right: 0 };
  const boundaries: Counts = { found: 0, wanted: 0, right: 0 };
  const missed: string[] = [];
  for (const { text, trial } of pairs) {
    const own = entries(text);
    for (const type of ["inclusion", "exclusion"] as const) {
      const wanted = trial[type].map(squeeze).filter((one) => one !== "");
      const found = own
        .filter((one) => one.type === type)
        .map(({ words }) => words)
        .filter((one) => one !== "");
      items.wanted += wanted.length;
      items.found += found.length;
      items.right += matched(found, wanted, isEqual);
      const [foundStarts, wantedStarts] = [starts(found), starts(wanted)];
      boundaries.wanted += wantedStarts.length;
      boundaries.found += foundStarts.length;
      boundaries.right += matched(foundStarts, wantedStarts, isEqual);
      for (const one of wanted)
        if (!found.includes(one) && missed.length < 40) missed.push(`${trial.nct_id} ${type}: ${one.slice(0, 80)}`);
    }
  }
  return { trials: pairs.length, items: scores(items), boundaries: scores(boundaries), missed };
}

function wrap(text: string, indent: number, width = 90): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length + 1 + indent > width && line !== "") {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${" ".repeat(indent)}`);
}

const styles: Record<string, (item: string, place: number) => string> = {
  dashes: (item) => `          -  ${wrap(item, 13)}\n`,
  numbers: (item, place) => `          ${place + 1}. ${wrap(item, 13)}\n`,
  stars: (item) => `* ${item}`,
  paragraphs: (item) => `        ${wrap(item, 8)}\n`,
};

const rebuild = ({ inclusion, exclusion }: Trial, style: (item: string, place: number) => string): string =>
  `Inclusion Criteria:\n\n${inclusion.map(style).join("\n")}\n\nExclusion Criteria:\n\n${exclusion.map(style).join("\n")}`;

const knowledge = await openPacks();

function agesOf(trial: Trial): { min: number | null; max: number | null } {
  const text = `Inclusion criteria:\n${trial.inclusion.map((item) => `- ${item.replace(/\s+/g, " ")}`).join("\n")}`;
  const ages: { min: number | null; max: number | null } = { min: null, max: null };
  const visit = (tree: Tree) => {
    if (tree.kind === "all" || tree.kind === "any") for (const one of tree.of) visit(one);
    if (tree.kind !== "age") return;
    const inYears = { year: 1, month: 1 / 12, week: 7 / 365.25, day: 1 / 365.25 }[tree.unit];
    if (tree.range.min !== undefined) ages.min ??= tree.range.min * inYears;
    if (tree.range.max !== undefined) ages.max ??= tree.range.max * inYears;
  };
  for (const { tree } of parseCriteria(text, { knowledge, lang: "en" }).criteria) visit(tree);
  return ages;
}

function measureAges(chosen: readonly Trial[]) {
  const result: Record<"min" | "max", { given: number; read: number; right: number; wrong: string[] }> = {
    min: { given: 0, read: 0, right: 0, wrong: [] },
    max: { given: 0, read: 0, right: 0, wrong: [] },
  };
  for (const trial of chosen) {
    const own = agesOf(trial);
    for (const [side, given] of [
      ["min", trial.minimum_age],
      ["max", trial.maximum_age],
    ] as const) {
      if (own[side] === null) {
        if (given !== null) result[side].given++;
        continue;
      }
      if (given !== null) result[side].given++;
      result[side].read++;
      if (given !== null && Math.abs(own[side] - given) < 0.05) result[side].right++;
      else if (result[side].wrong.length < 30)
        result[side].wrong.push(`${trial.nct_id}: read ${own[side]}, field ${given}`);
    }
  }
  const summary = ({ given, read, right, wrong }: (typeof result)["min"]) => ({
    fieldGiven: given,
    readFromText: read,
    agreeing: right,
    agreementOfRead: share(right, read),
    wrong,
  });
  return { minimum: summary(result.min), maximum: summary(result.max) };
}

const withSource = trials.flatMap((trial) => {
  const text = texts.get(trial.nct_id);
  return text === undefined ? [] : [{ trial, text }];
});
const half = <T extends { trial: Trial }>(of: readonly T[], which: 0 | 1) =>
  of.filter(({ trial }) => partOf(trial.nct_id) === which);
const rebuilt = (which: 0 | 1) =>
  Object.fromEntries(
    Object.entries(styles).map(([name, style]) => {
      const chosen = trials
        .filter(({ nct_id }) => partOf(nct_id) === which)
        .map((trial) => ({ trial, text: rebuild(trial, style) }));
      return [name, compare(chosen)];
    }),
  );
const report = {
  sources: { development: compare(half(withSource, 0)), heldOut: compare(half(withSource, 1)) },
  rebuilt: { development: rebuilt(0), heldOut: rebuilt(1) },
  ages: {
    development: measureAges(trials.filter(({ nct_id }) => partOf(nct_id) === 0)),
    heldOut: measureAges(trials.filter(({ nct_id }) => partOf(nct_id) === 1)),
  },
};
const brief = ({ items, boundaries }: ReturnType<typeof compare>) => ({ items: items.f1, boundaries: boundaries.f1 });
console.log(
  "sources",
  JSON.stringify(brief(report.sources.development)),
  JSON.stringify(brief(report.sources.heldOut)),
);
for (const [name, one] of Object.entries(report.rebuilt.development))
  console.log(name, JSON.stringify(brief(one)), JSON.stringify(brief(report.rebuilt.heldOut[name]!)));
console.log(
  "ages",
  JSON.stringify(report.ages.development, (key, value) =>
    key === "wrong" && !process.argv.includes("--list") ? undefined : value,
  ),
);
console.log(
  "ages held-out",
  JSON.stringify(report.ages.heldOut, (key, value) => (key === "wrong" ? undefined : value)),
);
if (process.argv.includes("--list")) {
  console.log(report.sources.development.missed.join("\n"));
  for (const [name, one] of Object.entries(report.rebuilt.development))
    console.log(name, one.missed.slice(0, 12).join("\n  "));
}
// What was missed holds words of the registry: it is shown on request and not kept.
const kept = JSON.parse(JSON.stringify(report, (key, value) => (key === "missed" ? undefined : value)));
if (!process.argv.includes("--dry")) writeBenchReport(import.meta.dirname, kept, "parse-split");
