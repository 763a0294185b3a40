import { readFileSync } from "node:fs";
import path from "node:path";
import { writeBenchReport } from "@qinghao/testing";
import { openFolder, packFolder, share, tableRows } from "./open-packs.ts";
import { linksOf, type SampledLink } from "./precision-links.ts";

// Precision of links in trial fields: 200 links, drawn by a seeded hash and judged one by one by reading. A link that now
// answers another concept was not judged: the bench says which and fails until the row is judged again.

const verdicts = ["right", "too-broad", "wrong"] as const;
const knowledge = openFolder(await packFolder(), ["core", "share-alike"]);
const rows = tableRows(readFileSync(path.join(import.meta.dirname, "precision-sample.tsv"), "utf8"));
const counts: Record<string, Record<string, number>> = {};
const changed: string[] = [];
for (const { field, text, written, concept, judged } of rows) {
  const now = linksOf(knowledge, field as SampledLink["field"], text!).find((one) => one.written === written);
  if (now?.concept !== concept) {
    changed.push(`${text}: "${written}" was judged as ${concept}, is now ${now?.concept ?? "not linked"}`);
  }
  if (!verdicts.some((verdict) => verdict === judged)) throw new Error(`"${text}" has no verdict`);
  counts[field!] ??= { right: 0, "too-broad": 0, wrong: 0 };
  counts[field!]![judged!]!++;
}
const right = Object.values(counts).reduce((sum, one) => sum + one.right!, 0);
const note =
  "The sample was drawn twice with one seed. Faults read in the first draw (names of what a placebo imitates, adjectives, cut gene symbols) were mended by general rules, so the figure is of rules that have seen part of it.";
const report = { note, links: rows.length, right: share(right, rows.length), counts, changed };
console.log(JSON.stringify(report, null, 1));
writeBenchReport(import.meta.dirname, report, "knowledge-precision");
if (changed.length > 0) {
  console.error(`${changed.length} links of the sample changed and must be judged again.`);
  process.exitCode = 1;
}
