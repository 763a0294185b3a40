import { readFileSync } from "node:fs";
import { KnowledgePack, link, openKnowledge, search } from "@qinghao/knowledge";
import { readTrials } from "./trial-fields.ts";

// node speed-of-packs.ts FILE...: opens the packs in a process of their own and reports one line of JSON.

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;
const texts = readTrials().flatMap(({ conditions, interventions }) => [...conditions, ...interventions]);
const live = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const liveBefore = live();
const before = process.memoryUsage.rss();
const opening = performance.now();
const openingCpu = process.cpuUsage();
const knowledge = openKnowledge(process.argv.slice(2).map((file) => new KnowledgePack(readFileSync(file))));
link(knowledge, "non-small cell lung cancer");
const loadCpu = process.cpuUsage(openingCpu);
const loadMs = performance.now() - opening;
const rssOpened = process.memoryUsage.rss() - before;

function linkAll(some: readonly string[]): { perSecond: number; perCpuSecond: number } {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (const text of some) link(knowledge, text);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - started) / 1000;
  return {
    perSecond: Math.round(some.length / seconds),
    perCpuSecond: Math.round(some.length / ((user + system) / 1e6)),
  };
}
const half = texts.length >> 1;
const linkFirst = linkAll(texts.slice(0, half));
const linkUnseen = linkAll(texts.slice(half));
linkAll(texts);
const linkAgain = linkAll(texts);

const typed = [
  "lung cancer",
  "gefitinib",
  "diabetes mell",
  "非小细胞肺癌",
  "糖尿病",
  "fxxbfa",
  "gaoxueya",
  "C34.9",
  "EGFR",
  "a",
];
const times: number[] = [];
for (let round = 0; round < 3; round++) {
  for (const text of typed) {
    for (let length = 1; length <= text.length; length++) {
      const cpu = process.cpuUsage();
      search(knowledge, text.slice(0, length), { lang: /[^ -~]/.test(text) ? "zh-Hans" : "en" });
      const { user, system } = process.cpuUsage(cpu);
      if (round > 0) times.push((user + system) / 1000);
    }
  }
}
times.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    loadMs: Math.round(loadMs),
    loadCpuMs: Math.round((loadCpu.user + loadCpu.system) / 1000),
    texts: texts.length,
    /** While the engine still compiles; then texts not met before; then all of them again. */
    linkFirst,
    linkUnseen,
    linkAgain,
    searchCpuMs: {
      median: Math.round(times[times.length >> 1]! * 10) / 10,
      p95: Math.round(times[Math.floor(times.length * 0.95)]! * 10) / 10,
      most: Math.round(times.at(-1)! * 10) / 10,
    },
    /** Held by packs, caches and indexes after linking and searching, garbage collected. */
    liveMB: megabytes(live() - liveBefore),
    rssOpenedMB: megabytes(rssOpened),
    /** Above the start, with what the garbage collector had not given back. */
    rssAfterMB: megabytes(process.memoryUsage.rss() - before),
  }),
);
