import { writeBenchReport } from "@qinghao/testing";
import { parseCriteria } from "../src/parse/parse-criteria.ts";
import { indexBm25, rankTrialsForNote, type TrialAsText } from "../src/rank/index.ts";
import { openBenchKnowledge } from "./judge-data.ts";
import { type Grade, hasRankData, type Query, rankSets, readQueries, readTrials, type TrialText } from "./rank-data.ts";
import { ndcg, pairsInOrder, precisionAtTen, precisionOfShown } from "./rank-scores.ts";

// Trials ranked for patient notes of TREC 2021 and 2022 and SIGIR 2016, among the judged trials whose text is here.
// Notes and trials of TREC 2021 were read while the ranker and the judge were made; those of TREC 2022 and SIGIR were not. BM25 ranks the same trials.

if (!hasRankData) {
  console.log("skipped: the patient-to-trial judgements are not among the shared datasets");
  process.exit(0);
}
const knowledge = await openBenchKnowledge();
const texts = readTrials();
const ids = [...texts.keys()];
const places = new Map(ids.map((id, place) => [id, place]));
const lexical = indexBm25(
  [...texts.values()].map(({ title, conditions, criteria }) => `${title} ${conditions.join(" ")} ${criteria}`),
);
const read = new Map<string, TrialAsText>();

function asText(trial: TrialText): TrialAsText {
  const known = read.get(trial.id);
  if (known !== undefined) return known;
  const { criteria } = parseCriteria(trial.criteria, { knowledge, lang: "en" });
  const made = { ...trial, criteria: criteria.map(({ text, type }) => ({ text, type })) };
  read.set(trial.id, made);
  return made;
}

type Ordered = { readonly query: string; readonly grades: readonly Grade[] };

function orders({ id, note, judged }: Query): { ours: Ordered; bm25: Ordered } | null {
  const here = judged.filter((one) => texts.has(one.id));
  if (here.length === 0) return null;
  const gradeOf = new Map(here.map((one) => [one.id, one.grade]));
  const grades = (ranked: readonly string[]) => ({ query: id, grades: ranked.map((one) => gradeOf.get(one)!) });
  const trials = here.map((one) => asText(texts.get(one.id)!));
  const scores = lexical.scores(note);
  const score = (one: string) => scores[places.get(one)!]!;
  const byWords = here.map((one) => one.id).sort((a, b) => score(b) - score(a) || (a < b ? -1 : 1));
  return {
    ours: grades(rankTrialsForNote(note, trials, { knowledge, lexical, places }).map((one) => one.id)),
    bm25: grades(byWords),
  };
}

const round = (value: number | null) => (value === null ? null : Math.round(value * 1e4) / 1e4);
const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};
function auroc(ordered: readonly Ordered[], others: readonly Grade[]): number | null {
  const counts = ordered.map(({ grades }) => pairsInOrder(grades, others));
  const pairs = counts.reduce((sum, one) => sum + one.pairs, 0);
  return pairs === 0 ? null : counts.reduce((sum, one) => sum + one.right, 0) / pairs;
}
const scored = (ordered: readonly Ordered[]) => ({
  ndcgAt10: round(mean(ordered.map(({ grades }) => ndcg(grades)))),
  precisionAt10: round(mean(ordered.map(({ grades }) => precisionAtTen(grades)))),
  precisionOfShown: round(mean(ordered.map(({ grades }) => precisionOfShown(grades)))),
  aurocEligibleVersusOthers: round(auroc(ordered, ["excluded", "not relevant"])),
  aurocEligibleVersusExcluded: round(auroc(ordered, ["excluded"])),
});

const measured = Object.fromEntries(
  rankSets.map((set) => {
    const done = readQueries(set)
      .map(orders)
      .filter((one) => one !== null);
    const count = (grade: Grade) => done.flatMap(({ ours }) => ours.grades).filter((one) => one === grade).length;
    const found = {
      part:
        set === "trec_2021"
          ? "looked at while making the ranker; most of its notes are in the fit of the judge: too kind"
          : "not looked at while making the ranker; most of its notes are in the fit of the judge: too kind",
      queries: done.length,
      judgedWithText: {
        eligible: count("eligible"),
        excluded: count("excluded"),
        "not relevant": count("not relevant"),
      },
      judgedWithTextPerQuery: Object.fromEntries(done.map(({ ours }) => [ours.query, ours.grades.length])),
      ours: scored(done.map(({ ours }) => ours)),
      bm25: scored(done.map(({ bm25 }) => bm25)),
    };
    console.log(set, found.queries, found.judgedWithText, "\n ours", found.ours, "\n bm25", found.bm25);
    return [set, found];
  }),
);
writeBenchReport(import.meta.dirname, measured, "rank-notes");
