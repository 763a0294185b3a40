import { writeFileSync } from "node:fs";
import { decideDisease, loadDiseaseSources } from "./check-row.ts";
import { loadChineseSupport } from "./chinese-support.ts";
import { loadNameParts } from "./name-parts.ts";
import { idProblems, nameProblems } from "./problems.ts";
import { readTable, sourceFolder } from "./sources.ts";

/** Holds the three disease tables against the staged sources, writes `*.checked.tsv` and prints a summary. */
function main(): void {
  const folder = sourceFolder(process.argv[2]);
  if (folder === null) return;
  const chinese = loadChineseSupport(folder);
  const parts = loadNameParts();
  for (const part of parts) if (!chinese.attests(part.zh)) console.log(`left out, no source has it: ${part.zh}`);
  const sources = loadDiseaseSources(
    folder,
    chinese,
    parts.filter((part) => chinese.attests(part.zh)),
  );
  for (const name of ["tumours", "common-diseases", "rare-diseases-cn"]) {
    const { columns, rows } = readTable(new URL(`${name}.tsv`, import.meta.url).pathname);
    const problems = [...nameProblems(rows, "zh", "aliases_zh"), ...idProblems(rows, "mondo")];
    const lines = [[...columns, "status", "decided"].join("\t")];
    let confirmed = 0;
    for (const row of rows) {
      const { status, decided, errors } = decideDisease(row, sources);
      if (status === "confirmed") confirmed += 1;
      for (const error of errors) problems.push(`${row.zh}: ${error}`);
      lines.push([...columns.map((column) => row[column] ?? ""), status, decided.join(";")].join("\t"));
    }
    writeFileSync(new URL(`${name}.checked.tsv`, import.meta.url), `${lines.join("\n")}\n`);
    console.log(`${name}: ${rows.length} rows, ${confirmed} confirmed, ${problems.length} problems`);
    for (const problem of problems) console.error(`  ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
  }
}

main();
