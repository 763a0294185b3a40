import { type BenchmarkFingerprint, benchmarkFingerprints } from "@qinghao/screening/evaluation";
import { Command, InvalidArgumentError } from "commander";
import type { Io } from "../io.ts";
import { cpuOption } from "../options.ts";

export type LigandBasedOptions = {
  data: string;
  output: string;
  fingerprint: BenchmarkFingerprint[];
  targets?: string[];
  cpu?: number;
  quiet?: true;
};

/** `qinghao benchmark ligand-based --data DIR -o OUT.csv` */
export function benchmarkCommand(io: Io): Command {
  const benchmark = new Command("benchmark").description("measure methods on published benchmarks");
  benchmark
    .command("ligand-based")
    .description("similarity to known actives, by the protocol of Riniker & Landrum (2013)")
    .requiredOption("--data <folder>", "query_actives.json.gz, and a folder of actives and decoys per collection")
    .requiredOption("-o, --output <file>", "the CSV to write, or - for standard output")
    .option("--fingerprint <list>", `comma-separated: ${benchmarkFingerprints.join(", ")}`, parseFingerprints, [
      ...benchmarkFingerprints,
    ])
    .option(
      "--targets <list>",
      "comma-separated: MUV/466, or a whole collection as MUV (default: all)",
      (text: string) => text.split(",").map((name) => name.trim()),
    )
    .addOption(cpuOption())
    .option("-q, --quiet", "no progress")
    .addHelpText(
      "after",
      `
OUT has the columns collection,target,method,auc,ef1,ef5,bedroc20: one row per target and method, means over the query
lists of 5 actives. With several fingerprints, those of their fusion too. A molecule that cannot be read is listed on
standard error and left out.
Exit code: 0 every target was measured, 2 wrong use.`,
    )
    .action(async (options: LigandBasedOptions) => {
      const { benchmarkLigandBased } = await import("./ligand-based.ts");
      await benchmarkLigandBased(io, options);
    });
  return benchmark;
}

function parseFingerprints(text: string): BenchmarkFingerprint[] {
  const names = text.split(",").map((name) => name.trim());
  const chosen = benchmarkFingerprints.filter((kind) => names.includes(kind));
  if (chosen.length !== names.length) {
    throw new InvalidArgumentError(`expected some of ${benchmarkFingerprints.join(", ")}.`);
  }
  return chosen;
}
