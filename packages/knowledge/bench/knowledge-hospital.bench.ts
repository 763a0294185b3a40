import { writeBenchReport } from "@qinghao/testing";
import { scoreStrings } from "./hospital-score.ts";
import { openFolder, packFolder } from "./open-packs.ts";

// Strings in the manner of discharge diagnoses, orders and laboratory reports, written apart from the matcher.

const knowledge = openFolder(await packFolder(), ["core", "share-alike"]);
const first = scoreStrings(knowledge, "hospital-strings.tsv");
const second = scoreStrings(knowledge, "hospital-strings-2.tsv");
const report = {
  first: {
    ...first,
    note: "Written before the matcher. Its misses were read once, and general rules and names were added after.",
  },
  second: { ...second, note: "Written after that reading; its misses were not used." },
};
for (const [name, { top1, perKind, misses }] of Object.entries(report)) {
  console.log(name, top1, JSON.stringify(perKind));
  for (const { text, expected, answered, name: answer } of misses)
    console.log(`  ${text} -> ${answered} ${answer} (${expected})`);
}
writeBenchReport(import.meta.dirname, report, "knowledge-hospital");
