import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Evaluation } from "../src/evaluation/index.ts";
import type { TargetResult } from "../src/node.ts";

type PeerLine = { readonly target: string; readonly release: string; readonly methods: Record<string, Evaluation> };

/** How far we are from RDKit's Python: the greatest difference of any target and method, by measure. */
export type Parity =
  | { readonly release: string; readonly targets: number; readonly greatestDifference: Evaluation }
  | { readonly skipped: string };

/** Runs the protocol in RDKit's Python over the same targets of a benchmark folder, fingerprint by fingerprint. */
export async function rdkitParity(folder: string, results: readonly TargetResult[]): Promise<Parity> {
  const python = process.env.QINGHAO_PYTHON;
  if (python === undefined) return { skipped: "QINGHAO_PYTHON is not set" };
  const program = path.join(fileURLToPath(new URL(".", import.meta.url)), "ligand_based_peer.py");
  const names = results.map(({ collection, target }) => `${collection}/${target}`);
  const peer = spawn(python, [program, folder, ...names], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: PeerLine[] = [];
  for await (const line of createInterface({ input: peer.stdout })) lines.push(JSON.parse(line) as PeerLine);
  if (lines.length !== results.length) return { skipped: `${python} ended after ${lines.length} of ${names.length}` };
  const greatest = (measure: keyof Evaluation) =>
    Math.max(...lines.flatMap((line, at) => differences(line, results[at]!, measure)));
  return {
    release: lines[0]!.release,
    targets: lines.length,
    greatestDifference: {
      auc: greatest("auc"),
      ef1: greatest("ef1"),
      ef5: greatest("ef5"),
      bedroc20: greatest("bedroc20"),
    },
  };
}

function differences({ methods }: PeerLine, { results }: TargetResult, measure: keyof Evaluation): number[] {
  return Object.entries(methods).map(([name, values]) =>
    Math.abs(results.find(({ method }) => method === name)![measure] - values[measure]),
  );
}
