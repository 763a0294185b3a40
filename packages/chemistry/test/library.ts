import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** A file of the staged data beside the repository, or null with a printed reason. */
export function stagedFile(path: string): string | null {
  const file = fileURLToPath(new URL(`../../../../shared/datasets/${path}`, import.meta.url));
  if (!existsSync(file)) {
    console.log(`skipped: ../shared/datasets/${path} is not here`);
    return null;
  }
  const bytes = readFileSync(file);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Every `step`-th SMILES of the screening library. */
export function librarySample(step: number): string[] | null {
  const text = stagedFile("libraries/screening_library.tsv.gz");
  if (text === null) return null;
  const lines = text.trim().split("\n").slice(1);
  return lines.filter((_, i) => i % step === 0).map((line) => line.split("\t")[0]!);
}
