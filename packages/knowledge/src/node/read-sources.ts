import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type DatasetFacts, datasetFactsSchema, type Sources, type SourceTables } from "../build/source-tables.ts";

/** Folders of sources and the text of their dataset.json, in the order of their names. */
async function descriptions(folder: string): Promise<[name: string, text: string][]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: [string, string][] = [];
  for (const entry of entries.filter((one) => one.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const text = await readFile(path.join(folder, entry.name, "dataset.json"), "utf8").catch(() => null);
    if (text !== null) found.push([entry.name, text]);
  }
  return found;
}

/** What the dataset.json of every source says. Errors: of the file system, or of a description of another form. */
export async function readFacts(folder: string): Promise<DatasetFacts[]> {
  return (await descriptions(folder)).map(([, text]) => datasetFactsSchema.parse(JSON.parse(text)));
}

/**
 * Every source below `folder` that has a dataset.json, with the texts of the files that it lists, and a sha256 over all bytes
 * read. Errors: of the file system, or of a description of another form.
 */
export async function readSources(folder: string): Promise<{ sources: Sources; hash: string }> {
  const sources = new Map<string, SourceTables>();
  const hash = createHash("sha256");
  for (const [name, description] of await descriptions(folder)) {
    hash.update(`\0${name}\0`).update(description);
    const facts = datasetFactsSchema.parse(JSON.parse(description));
    const texts = new Map<string, string>();
    for (const file of facts.files) {
      const bytes = await readFile(path.join(folder, name, file.path));
      hash.update(`\0${file.path}\0`).update(bytes);
      const text = file.path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
      texts.set(file.path.replace(/\.gz$/, ""), text.toString("utf8"));
    }
    sources.set(name, { facts, texts });
  }
  return { sources, hash: hash.digest("hex") };
}
