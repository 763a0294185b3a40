import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { noticeFiles } from "./notice-files.ts";
import { readFacts } from "./read-sources.ts";

// node packages/knowledge/src/node/licences-command.ts [--check]: writes NOTICE and the licence manifest, or says which is stale.
const root = fileURLToPath(new URL("../../../..", import.meta.url));
const facts = await readFacts(path.join(root, "datasets", "knowledge"));
for (const [file, text] of Object.entries(noticeFiles(facts))) {
  const target = path.join(root, file);
  const known = await readFile(target, "utf8").catch(() => "");
  if (known === text) console.log(`${file}: up to date`);
  else if (process.argv.includes("--check")) {
    console.log(`${file}: stale`);
    process.exitCode = 1;
  } else {
    await writeFile(target, text);
    console.log(`${file}: written`);
  }
}
