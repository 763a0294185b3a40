import { writeBenchReport } from "@qinghao/testing";
import { convert, readUnit, SPELLINGS } from "../src/units/index.ts";

// How many conversions and readings a second, on the pairs and texts of an ordinary laboratory; best of five rounds.

const PAIRS = [
  ["g/dL", "g/L"],
  ["10*9/L", "/uL"],
  ["mg/dL", "mg/L"],
  ["Cel", "[degF]"],
  ["mg/kg/d", "ug/kg/h"],
] as const;

function bestPerSecond(count: number, once: (index: number) => void): number {
  let best = 0;
  for (let round = 0; round < 5; round++) {
    const started = performance.now();
    for (let index = 0; index < count; index++) once(index);
    best = Math.max(best, (count / (performance.now() - started)) * 1000);
  }
  return Math.round(best);
}

let sum = 0;
const add = (result: ReturnType<typeof convert>): void => {
  if (result.ok) sum += result.value;
};

const measured = {
  conversionsPerSecond: bestPerSecond(2_000_000, (index) => {
    const [from, to] = PAIRS[index % PAIRS.length]!;
    add(convert(index, from, to));
  }),
  conversionsWithMolarMassPerSecond: bestPerSecond(500_000, (index) =>
    add(convert(index, "mg/dL", "umol/L", { molarMassGPerMol: 113.12 })),
  ),
  spellingsReadPerSecond: bestPerSecond(200_000, (index) => {
    if (readUnit(SPELLINGS[index % SPELLINGS.length]!.text).ok) sum += 1;
  }),
  bar: { conversionsPerSecond: 500_000 },
};
if (!Number.isFinite(sum)) throw new Error("nothing was converted");
console.log(measured);
if (measured.conversionsPerSecond < measured.bar.conversionsPerSecond) process.exitCode = 1;
writeBenchReport(import.meta.dirname, measured, "units");
