import { writeFile } from "node:fs/promises";
import path from "node:path";
import { verifyDataset } from "../verify-dataset.ts";
import { rebuildPairs } from "./rebuild.ts";

// node datasets/criteria-judgements/prepare.ts OUT.ndjson [a-f] [../shared/datasets/trials]: the questions for
// `qinghao criteria judge`, one a line, without the labels.
const [out, half, trials = "../shared/datasets/trials"] = process.argv.slice(2);
if (out === undefined || (half !== undefined && !/^[a-f]$/.test(half))) {
  console.error("usage: node datasets/criteria-judgements/prepare.ts OUT.ndjson [a-f] [FOLDER of the staged trials]");
  process.exit(2);
}
await verifyDataset(new URL("./dataset.json", import.meta.url), import.meta.dirname);
const pairs = await rebuildPairs(path.resolve(trials));
if (pairs === null) {
  console.error(`${trials} is not there. It holds the patient topics and the eligibility texts.`);
  process.exit(2);
}
const wanted = pairs.filter((pair) => half === undefined || pair.half === half);
const lines = wanted.map(({ id, note, criterion, type }) => JSON.stringify({ id, note, criterion, type }));
await writeFile(out, `${lines.join("\n")}\n`);
console.log(
  `${wanted.length} pairs of ${new Set(wanted.map(({ patient }) => patient)).size} patients, checksums right`,
);
