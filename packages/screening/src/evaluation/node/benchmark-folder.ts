import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { screeningErrors } from "../../errors.ts";

/** Query actives of one target: for 5, 10 and 20 queries, lists of zero-based rows of its actives. */
const listsSchema = z.record(
  z.string().regex(/^[^/]+\/[^/]+$/),
  z.object({ "5": z.array(z.array(z.int().min(0)).min(1)).min(1) }),
);

export type BenchmarkTarget = {
  /** Such as MUV. */
  readonly collection: string;
  readonly target: string;
  readonly lists: readonly (readonly number[])[];
  readonly activesFile: string;
  readonly decoysFile: string;
};

/**
 * The targets of a folder: `query_actives.json.gz`, and per collection `<target>_actives.tsv.gz` with `<target>_decoys.tsv.gz`
 * or, where a collection shares its decoys, `zinc_decoys.tsv.gz`. By collection, then in the order of the targets' names.
 * @throws `screening.benchmark.folder`
 */
export function readBenchmarkFolder(folder: string): BenchmarkTarget[] {
  const lists = listsSchema.safeParse(readJson(join(folder, "query_actives.json.gz"), folder));
  if (!lists.success) throw foreign(folder, "query_actives.json.gz");
  const targets = Object.entries(lists.data).map(([name, { "5": fiveOfEach }]) => {
    const [collection, target] = name.split("/") as [string, string];
    const file = (part: string) => join(folder, collection, `${part}.tsv.gz`);
    const own = file(`${target}_decoys`);
    const decoysFile = existsSync(own) ? own : file("zinc_decoys");
    return { collection, target, lists: fiveOfEach, activesFile: file(`${target}_actives`), decoysFile };
  });
  return targets.sort((a, b) => compare(a.collection, b.collection) || compare(a.target, b.target));
}

const compare = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** The column SMILES of a tab-separated file with a header. @throws `screening.benchmark.folder` */
export function readSmiles(file: string): string[] {
  const [header, ...rows] = readText(file, file).trimEnd().split(/\r?\n/);
  const column = header!.split("\t").indexOf("SMILES");
  if (column < 0) throw foreign(file, "SMILES");
  return rows.map((row) => row.split("\t")[column] ?? "");
}

function readJson(file: string, folder: string): unknown {
  try {
    return JSON.parse(readText(file, folder));
  } catch (cause) {
    throw foreign(folder, "query_actives.json.gz", cause);
  }
}

function readText(file: string, place: string): string {
  try {
    return gunzipSync(readFileSync(file)).toString("utf8");
  } catch (cause) {
    throw foreign(place, file, cause);
  }
}

const foreign = (folder: string, part: string, cause?: unknown) =>
  screeningErrors.create("benchmark.folder", { folder, part }, cause);
