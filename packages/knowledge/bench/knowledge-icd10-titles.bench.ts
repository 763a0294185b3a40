import { link } from "@qinghao/knowledge";
import { writeBenchReport } from "@qinghao/testing";
import { openFolder, packFolder, share, stagedText, tableRows } from "./open-packs.ts";

// Every title of the mainland ICD-10 table back to its own code, linked with the code system as context.

const knowledge = openFolder(await packFolder(), ["core", "share-alike"]);
const rows = tableRows(stagedText("knowledge/icd10_zh_mainland/diagnosis.tsv.gz"));
const byTitle = new Map<string, string[]>();
for (const { code, name_zh } of rows) byTitle.set(name_zh!, [...(byTitle.get(name_zh!) ?? []), code!]);

let right = 0;
const wrong: { code: string; title: string; answered: string | null; sameKey: boolean }[] = [];
const started = process.cpuUsage();
for (const { code, name_zh: title } of rows) {
  const mentions = link(knowledge, title!, { systems: ["ICD10CN"], lang: "zh" });
  const longest = mentions.reduce<(typeof mentions)[number] | null>(
    (best, one) => (best === null || one.end - one.start > best.end - best.start ? one : best),
    null,
  );
  const answered = longest?.candidates[0]?.concept ?? null;
  if (answered === `ICD10CN:${code}`) right++;
  else {
    const sameKey = longest?.candidates.some(({ concept }) => concept === `ICD10CN:${code}`) ?? false;
    wrong.push({ code: code!, title: title!, answered, sameKey });
  }
}
const { user, system } = process.cpuUsage(started);
const report = {
  titles: rows.length,
  distinctTitles: byTitle.size,
  top1: share(right, rows.length),
  right,
  /** The own code is among the candidates: two titles that differ in a word of one meaning or in punctuation only. */
  wrongButCandidate: wrong.filter(({ sameKey }) => sameKey).length,
  titlesPerCpuSecond: Math.round(rows.length / ((user + system) / 1e6)),
  duplicateTitles: [...byTitle].filter(([, codes]) => codes.length > 1).map(([title, codes]) => ({ title, codes })),
  unclosedBrackets: rows
    .filter(
      ({ name_zh: title }) => (title!.match(/[（(［[]/g) ?? []).length !== (title!.match(/[）)］\]]/g) ?? []).length,
    )
    .map(({ code, name_zh: title }) => `${code} ${title}`),
  wrong,
};
console.log({ titles: report.titles, top1: report.top1, wrong: wrong.length, candidate: report.wrongButCandidate });
writeBenchReport(import.meta.dirname, report, "knowledge-icd10-titles");
