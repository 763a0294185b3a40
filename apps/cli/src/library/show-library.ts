import { LibraryFile } from "@qinghao/screening/node";
import { csvLine } from "../csv-line.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { say } from "../terminal/language.ts";

/** Prints what a library holds, or the rows that could not be read. */
export async function showLibrary(io: Io, path: string, options: { json?: true; failed?: true }): Promise<void> {
  using library = LibraryFile.open(path);
  if (options.failed) {
    await writeFully(io.stdout, csvLine(["row", "line", "text", "reason"]));
    for (const { row, line, text, reason } of library.failures()) {
      await writeFully(io.stdout, csvLine([String(row + 1), String(line), text, reason[io.language]]));
    }
    return;
  }
  const { rows, failedRows, kinds, segments } = library;
  if (options.json) {
    return printJson(io, { path, rows, failed: failedRows, fingerprints: kinds, segments: segments.length });
  }
  const [all, bad] = [rows, failedRows].map((count) => count.toLocaleString("en-US"));
  const sentence = say(io.language, {
    en: `${all} rows in ${segments.length} segments, ${bad} could not be read; fingerprints: ${kinds.join(", ")}`,
    zh: `共 ${all} 行，${segments.length} 个分段，${bad} 行无法读取；指纹：${kinds.join("、")}`,
  });
  await writeFully(io.stdout, `${sentence}\n`);
}
