import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PackName, packFileOf } from "@qinghao/knowledge/node";
import { writeBenchReport } from "@qinghao/testing";
import { openFolder, packFolder } from "./open-packs.ts";
import { readTrials } from "./trial-fields.ts";

// Load time, strings per second, search time and memory, each set of packs in a process of its own; plain dictionary
// matching (pyahocorasick) over the same names and texts as a peer where Python has it.

const folder = await packFolder();

function measure(names: readonly PackName[]): unknown {
  const files = names.map((name) => packFileOf(folder, name));
  const program = path.join(import.meta.dirname, "speed-of-packs.ts");
  const args = ["--expose-gc", "--disable-warning=ExperimentalWarning", program, ...files];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

function measurePeer(): unknown {
  const knowledge = openFolder(folder, ["core", "share-alike"]);
  const names = new Set<string>();
  for (const pack of knowledge.packs) {
    for (let term = 0; term < pack.termCount; term++) names.add(pack.termText(term).replaceAll("\n", " "));
  }
  const texts = readTrials().flatMap(({ conditions, interventions }) => [...conditions, ...interventions]);
  const scratch = mkdtempSync(path.join(tmpdir(), "qinghao-peer-"));
  try {
    writeFileSync(path.join(scratch, "names.txt"), [...names].join("\n"));
    writeFileSync(path.join(scratch, "texts.txt"), texts.join("\n"));
    const program = path.join(import.meta.dirname, "peer_dictionary.py");
    const python = process.env.QINGHAO_PYTHON ?? "python3";
    const args = [program, path.join(scratch, "names.txt"), path.join(scratch, "texts.txt")];
    return JSON.parse(execFileSync(python, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return "not measured: Python with pyahocorasick is not here";
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const report = {
  note: "per CPU second: strings divided by the CPU time of the process, which a busy machine does not lengthen",
  everything: measure(["core", "share-alike"]),
  browser: measure(["browser"]),
  peer: measurePeer(),
};
console.log(JSON.stringify(report, null, 1));
writeBenchReport(import.meta.dirname, report, "knowledge-speed");
