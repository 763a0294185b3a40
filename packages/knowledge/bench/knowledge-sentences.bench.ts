import { readFileSync } from "node:fs";
import path from "node:path";
import { writeBenchReport } from "@qinghao/testing";
import { openFolder, packFolder, share, tableRows } from "./open-packs.ts";
import { sampleSentenceLinks } from "./sentence-links.ts";

// Precision of links in running text: 200 links drawn by a hash from the criteria of 300 trials of the half that rules and
// tables were not written from, judged one by one by reading the sentence. `before` are the links that were drawn before names
// in running text were reviewed. A link that was not judged fails the bench.

const sampled = 200;
const verdicts = ["right", "too-broad", "empty", "wrong"] as const;
type Verdict = (typeof verdicts)[number];

const knowledge = openFolder(await packFolder(), ["core", "share-alike"]);
const rows = tableRows(readFileSync(path.join(import.meta.dirname, "sentences-sample.tsv"), "utf8"));
const keyOf = ({
  place,
  written,
  concept,
}: Record<string, string> | { place: string; written: string; concept: string }) => `${place}\t${written}\t${concept}`;
const judged = new Map(rows.map((row) => [keyOf(row), row.judged as Verdict]));

const counted = (list: readonly Verdict[]) => ({
  links: list.length,
  right: share(list.filter((one) => one === "right").length, list.length),
  counts: Object.fromEntries(verdicts.map((verdict) => [verdict, list.filter((one) => one === verdict).length])),
});
const before = rows.filter(({ draw }) => draw === "before" || draw === "both").map((row) => row.judged as Verdict);
const unjudged: string[] = [];
const now: Verdict[] = [];
const wrong: string[] = [];
for (const one of sampleSentenceLinks(knowledge, sampled)) {
  const verdict = judged.get(keyOf(one));
  if (verdict === undefined || !verdicts.includes(verdict)) {
    unjudged.push(`${one.place} "${one.written}" -> ${one.concept} ${one.name}: ${one.around}`);
    continue;
  }
  now.push(verdict);
  if (verdict !== "right") wrong.push(`${verdict}: "${one.written}" -> ${one.name}`);
}
const meaning = {
  right: "what the words mean in the sentence",
  "too-broad": "a kind of what is meant, or more than that",
  empty: "a heading that says nothing of a patient (diagnosis, methods)",
  wrong: "something else, or words that do not belong together",
};
const report = { meaning, before: counted(before), now: counted(now), notRight: wrong, unjudged };
console.log(JSON.stringify(report, null, 1));
writeBenchReport(import.meta.dirname, report, "knowledge-sentences");
if (unjudged.length > 0) {
  console.error(`${unjudged.length} links of the sample were not judged.`);
  process.exitCode = 1;
}
