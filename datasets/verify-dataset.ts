import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

type DatasetFile = { path: string; rows: number; bytes: number; sha256: string };
type DatasetDescription = {
  name: string;
  source: { collection: string; folder: string; url: string };
  files: DatasetFile[];
};

/** Compares every file of a data set with its description; prints what it finds and sets the exit code. */
export async function verifyDataset(description: URL, folder: string | undefined): Promise<void> {
  const { name, source, files } = JSON.parse(await readFile(description, "utf8")) as DatasetDescription;
  if (folder === undefined) {
    console.error(
      `usage: node prepare.ts FOLDER\n${name}: ${source.collection}, folder ${source.folder}, ${source.url}`,
    );
    process.exitCode = 2;
    return;
  }
  for (const file of files) {
    const problem = await problemOf(join(folder, file.path), file);
    console.log(`${name}/${file.path}: ${problem ?? `${file.rows} rows, checksum right`}`);
    if (problem !== null) process.exitCode = 1;
  }
}

async function problemOf(path: string, file: DatasetFile): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return "not found";
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return sha256 === file.sha256
    ? null
    : `another version (${bytes.length} bytes, sha256 ${sha256}), expected ${file.bytes} bytes, ${file.sha256}`;
}
