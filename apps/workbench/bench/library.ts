import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

const library = path.resolve(import.meta.dirname, "../../../../shared/datasets/libraries/screening_library.tsv.gz");

/** A SMILES file of `count` real molecules from the shared screening library; null where it is not there. */
export async function libraryLines(count: number): Promise<string[] | null> {
  if (!existsSync(library)) return null;
  const lines: string[] = [];
  const rows = createInterface({ input: createReadStream(library).pipe(createGunzip()) });
  for await (const row of rows) {
    const [smiles, name] = row.split("\t");
    if (smiles !== "smiles") lines.push(`${smiles}\t${name}`);
    if (lines.length === count) break;
  }
  return lines;
}
