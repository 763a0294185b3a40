import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Criteria of the staged trials, one trial a line, beside the folder of knowledge sources; empty when not there. */
export function readCriteria(folder: string): string {
  const path = join(folder, "../trials/ctgov_eligibility_top.ndjson.gz");
  if (!existsSync(path)) return "";
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  return lines.map((line) => (JSON.parse(line) as { criteria: string }).criteria.replace(/\s+/g, " ")).join("\n");
}
