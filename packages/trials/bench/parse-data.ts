import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type Knowledge, KnowledgePack, openKnowledge } from "@qinghao/knowledge";
import { buildKnowledge, packFileOf, standardFolders } from "@qinghao/knowledge/node";

const datasets = path.resolve(import.meta.dirname, "../../../../shared/datasets/trials");

/** A staged file as text; a bench without it says so and ends. */
export function stagedText(file: string): string {
  const whole = path.join(datasets, file);
  if (!existsSync(whole)) {
    console.log(`Not measured: ../shared/datasets/trials/${file} is not here.`);
    process.exit(0);
  }
  const bytes = readFileSync(whole);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

export const stagedLines = <T>(file: string): T[] =>
  stagedText(file)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

/** The packs that QINGHAO_KNOWLEDGE names, else built (or found) by the set-up's own rules. */
export async function openPacks(): Promise<Knowledge> {
  const folder = process.env.QINGHAO_KNOWLEDGE ?? (await buildKnowledge(standardFolders(process.env))).folder;
  return openKnowledge(
    (["core", "share-alike"] as const).map((name) => new KnowledgePack(readFileSync(packFileOf(folder, name)))),
  );
}

/** Development part 0, held-out part 1, by the first byte of the id's sha256: rules were written looking at part 0 only. */
export const partOf = (id: string): 0 | 1 => (createHash("sha256").update(id).digest()[0]! % 2 === 0 ? 0 : 1);

export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

export type Counts = { found: number; wanted: number; right: number };

/** Precision, recall and F1 of counts. */
export function scores({ found, wanted, right }: Counts) {
  const precision = share(right, found);
  const recall = share(right, wanted);
  const f1 = found + wanted === 0 ? null : share(2 * right, found + wanted);
  return { found, wanted, right, precision, recall, f1 };
}

/** How many of `wanted` are among `found`, each used once. */
export function matched<T>(found: readonly T[], wanted: readonly T[], isSame: (a: T, b: T) => boolean): number {
  const used = new Set<number>();
  let right = 0;
  for (const want of wanted) {
    const at = found.findIndex((one, place) => !used.has(place) && isSame(one, want));
    if (at < 0) continue;
    used.add(at);
    right++;
  }
  return right;
}
