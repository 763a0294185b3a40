import { readFileSync } from "node:fs";
import { KnowledgePack, link, openKnowledge, search } from "@qinghao/knowledge";
import { readTrials } from "./trial-fields.ts";

// node speed-of-packs.ts FILE...: opens the packs in a process of their own and reports one line of JSON.

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;
const trials = readTrials();
const texts = trials.flatMap(({ conditions, interventions }) => [...conditions, ...interventions]);
globalThis.gc?.();
const before = process.memoryUsage.rss();
const opening = performance.now();
const openingCpu = process.cpuUsage();
const knowledge = openKnowledge(process.argv.slice(2).map((file) => new KnowledgePack(readFileSync(file))));
link(knowledge, "non-small cell lung cancer");
const loadCpu = process.cpuUsage(openingCpu);
const loadMs = performance.now() - opening;

const passes: { perSecond: number; perCpuSecond: number }[] = [];
for (let pass = 0; pass < 4; pass++) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (const text of texts) link(knowledge, text);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - started) / 1000;
  passes.push({
    perSecond: Math.round(texts.length / seconds),
    perCpuSecond: Math.round(texts.length / ((user + system) / 1e6)),
  });
}

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
      const started = performance.now();
      search(knowledge, text.slice(0, length), { lang: /[^ -~]/.test(text) ? "zh-Hans" : "en" });
      if (round > 0) times.push(performance.now() - started);
    }
  }
}
times.sort((a, b) => a - b);
globalThis.gc?.();
console.log(
  JSON.stringify({
    loadMs: Math.round(loadMs),
    loadCpuMs: Math.round((loadCpu.user + loadCpu.system) / 1000),
    texts: texts.length,
    linkFirstPass: passes[0],
    linkWarm: passes.at(-1),
    searchMs: {
      median: Math.round(times[times.length >> 1]! * 10) / 10,
      p95: Math.round(times[Math.floor(times.length * 0.95)]! * 10) / 10,
      most: Math.round(times.at(-1)! * 10) / 10,
    },
    rssAboveStartMB: megabytes(process.memoryUsage.rss() - before),
    rssMB: megabytes(process.memoryUsage.rss()),
  }),
);
