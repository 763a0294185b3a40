import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type Knowledge, KnowledgePack, openKnowledge } from "@qinghao/knowledge";
import { buildKnowledge, type PackName, packFileOf, standardFolders } from "@qinghao/knowledge/node";

/** Folder of the built packs: the one that QINGHAO_KNOWLEDGE names, else built (or found) by the set-up's own rules. */
export async function packFolder(): Promise<string> {
  const named = process.env.QINGHAO_KNOWLEDGE;
  if (named !== undefined) return named;
  return (await buildKnowledge(standardFolders(process.env))).folder;
}

/** Opens packs of a folder as one map. */
export const openFolder = (folder: string, names: readonly PackName[]): Knowledge =>
  openKnowledge(names.map((name) => new KnowledgePack(readFileSync(packFileOf(folder, name)))));

const datasets = path.resolve(import.meta.dirname, "../../../../shared/datasets");

/** A staged file; a bench without it says so and ends. */
export function stagedText(file: string): string {
  const whole = path.join(datasets, file);
  if (!existsSync(whole)) {
    console.log(`Not measured: ../shared/datasets/${file} is not here.`);
    process.exit(0);
  }
  return gunzipSync(readFileSync(whole)).toString("utf8");
}

/** Rows of a tab-separated table by column name. */
export function tableRows(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""]));
  });
}

export const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;
