import { basename } from "node:path";
import { readBenchmarkFolder, runBenchmark } from "@qinghao/screening/node";
import { csvLine } from "../csv-line.ts";
import { stopped } from "../ended-early.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openOutput } from "../output.ts";
import { say } from "../terminal/language.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { LigandBasedOptions } from "./benchmark.command.ts";

/** Measures the targets of a folder. Throws an ExitError with the promised exit code. */
export async function benchmarkLigandBased(io: Io, options: LigandBasedOptions): Promise<void> {
  const { data, fingerprint: fingerprints, cpu: threads } = options;
  const all = readBenchmarkFolder(data);
  const isOf = (target: (typeof all)[number], name: string) =>
    name === target.collection || name === `${target.collection}/${target.target}`;
  const unknown = options.targets?.find((name) => !all.some((target) => isOf(target, name)));
  if (unknown !== undefined) {
    const problem = `${data} has no ${unknown}`;
    throw new ExitError(exitCodes.misuse, cliErrors.create("option.invalid", { option: "--targets", problem }));
  }
  const targets = all.filter((target) => options.targets?.some((name) => isOf(target, name)) ?? true);
  const output = await openOutput(io, options.output);
  const line = createProgressLine(io.stderr, io.language, io.now, { en: "targets", zh: "个靶点" });
  let [done, rows] = [0, 0];
  try {
    await output.write(csvLine(["collection", "target", "method", "auc", "ef1", "ef5", "bedroc20"]));
    if (!options.quiet) line.update(0, 0, targets.length);
    for await (const { collection, target, results, lists, failures } of runBenchmark(targets, {
      fingerprints,
      threads,
      signal: io.signal,
    })) {
      line.clear();
      for (const { file, row, smiles, reason } of failures) {
        const name = basename(file);
        const en = `${collection} ${name} row ${row} (${smiles}): ${reason.en}`;
        io.stderr.write(
          `${say(io.language, { en, zh: `${collection} ${name} 第 ${row} 行（${smiles}）：${reason.zh}` })}\n`,
        );
      }
      if (lists.leftOut > 0) {
        const of = lists.leftOut + lists.ranked;
        const en = `${collection}/${target}: ${lists.leftOut} of ${of} query lists have no query that could be read, and are left out.`;
        const zh = `${collection}/${target}：${of} 个查询列表中有 ${lists.leftOut} 个没有可读取的查询分子，已略去。`;
        io.stderr.write(`${say(io.language, { en, zh })}\n`);
      }
      for (const { method, ...measures } of results) {
        const { auc, ef1, ef5, bedroc20 } = measures;
        const cells = [auc, ef1, ef5, bedroc20].map((value) => value.toFixed(6));
        await output.write(csvLine([collection, target, method, ...cells]));
        rows++;
      }
      done++;
      if (!options.quiet) line.update(done, 0, targets.length);
    }
  } catch (error) {
    const part = await output.leave();
    throw io.signal.aborted ? stopped(rows, part) : error;
  } finally {
    line.clear();
  }
  await output.complete();
}
