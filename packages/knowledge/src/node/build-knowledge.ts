import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { UnmappedRow } from "../build/assembly.ts";
import { buildPacks } from "../build/build-packs.ts";
import { KnowledgePack } from "../pack/knowledge-pack.ts";
import { keysOfTerm } from "../text/keys.ts";
import { type PackName, packFileNames } from "./pack-files.ts";
import { pruneBuilds } from "./prune-builds.ts";
import { readSources } from "./read-sources.ts";

const manifestSchema = z.object({
  hash: z.string(),
  seconds: z.number(),
  packs: z.record(
    z.string(),
    z.object({ bytes: z.number(), sha256: z.string(), counts: z.record(z.string(), z.number()) }),
  ),
  unmapped: z.record(z.string(), z.number()),
});
export type KnowledgeManifest = z.infer<typeof manifestSchema>;

export type BuildOptions = {
  /** The folder whose folders are the sources (`datasets/knowledge`). */
  datasetsFolder: string;
  /** The packs go to `<cacheFolder>/knowledge/<hash>`. */
  cacheFolder: string;
  /** Called before packs are built, not when they are there already. */
  onBuild?(): void;
};
export type BuiltKnowledge = {
  /** Holds `core.pack`, `share-alike.pack`, `browser.pack`, `unmapped.tsv` and `manifest.json`. */
  folder: string;
  manifest: KnowledgeManifest;
  /** True when the packs were there already. */
  cached: boolean;
};

/** What the packs are made by, apart from the tables: a change of any of it makes new packs. */
const codeFolders = ["build", "pack", "search", "text"];

/**
 * The packs of the committed tables, built once for each state of tables and code. A build goes to a folder of its own and
 * gets its name when it is whole, so that a stopped one leaves nothing that looks finished.
 * Errors: those of `buildPacks`, and of the file system.
 */
export async function buildKnowledge({ datasetsFolder, cacheFolder, onBuild }: BuildOptions): Promise<BuiltKnowledge> {
  const { sources, hash: tables } = await readSources(datasetsFolder);
  const hash = createHash("sha256")
    .update(tables)
    .update(await hashOfCode())
    .digest("hex")
    .slice(0, 32);
  const folder = path.join(cacheFolder, "knowledge", hash);
  const known = await readManifest(folder);
  if (known !== null) return { folder, manifest: known, cached: true };

  onBuild?.();
  const started = performance.now();
  const built = buildPacks(sources, hash, keysOfTerm);
  const workshop = `${folder}.${randomUUID()}`;
  await mkdir(workshop, { recursive: true });
  try {
    const packs: KnowledgeManifest["packs"] = {};
    const files: Record<PackName, Uint8Array> = {
      core: built.core,
      "share-alike": built.shareAlike,
      browser: built.browser,
    };
    for (const [name, bytes] of Object.entries(files)) {
      await writeFile(path.join(workshop, packFileNames[name as PackName]), bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      packs[name] = { bytes: bytes.length, sha256, counts: new KnowledgePack(bytes).header.counts };
    }
    await writeFile(path.join(workshop, "unmapped.tsv"), unmappedTable(built.unmapped));
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const manifest: KnowledgeManifest = { hash, seconds, packs, unmapped: countReasons(built.unmapped) };
    await writeFile(path.join(workshop, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await putInPlace(workshop, folder);
    await pruneBuilds(path.dirname(folder));
    return { folder, manifest, cached: false };
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Gives a finished folder its name; another process may have been first. */
async function putInPlace(workshop: string, folder: string): Promise<void> {
  try {
    await rename(workshop, folder);
  } catch (error) {
    if ((await readManifest(folder)) !== null) return;
    if (!existsSync(folder)) throw error;
    await rm(folder, { recursive: true, force: true });
    await rename(workshop, folder);
  }
}

async function readManifest(folder: string): Promise<KnowledgeManifest | null> {
  const text = await readFile(path.join(folder, "manifest.json"), "utf8").catch(() => null);
  return text === null ? null : manifestSchema.parse(JSON.parse(text));
}

async function hashOfCode(): Promise<string> {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
  const hash = createHash("sha256").update(await readFile(path.join(root, "schema.ts")));
  for (const folder of codeFolders) {
    const names = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(`\0${path.relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

function unmappedTable(rows: readonly UnmappedRow[]): string {
  const lines = rows.map(({ source, id, name, reason }) =>
    [source, id, name, reason].map((cell) => cell.replace(/\s+/g, " ")).join("\t"),
  );
  return `${["source\tid\tname\treason", ...new Set(lines)].join("\n")}\n`;
}

function countReasons(rows: readonly UnmappedRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { source, reason } of rows) counts[`${source}: ${reason}`] = (counts[`${source}: ${reason}`] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
