import path from "node:path";
import { isQinghaoError } from "@qinghao/kernel";
import { buildKnowledge } from "./build-knowledge.ts";
import { standardFolders } from "./standard-folders.ts";

// node packages/knowledge/src/node/build-command.ts [--cache DIR] [--datasets DIR] [--quiet]: builds the packs, or says that
// they are there. With --quiet the last line is the folder that holds them, and nothing else is reported.
const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const place = args.indexOf(name);
  return place < 0 ? undefined : args[place + 1];
};
const standard = standardFolders(process.env);

try {
  const started = performance.now();
  const { folder, manifest, cached } = await buildKnowledge({
    datasetsFolder: path.resolve(option("--datasets") ?? standard.datasetsFolder),
    cacheFolder: path.resolve(option("--cache") ?? standard.cacheFolder),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (args.includes("--quiet")) console.log(folder);
  else {
    console.log(`${folder}\n${cached ? "was there already" : "built"} in ${seconds} s`);
    for (const [name, { bytes, counts }] of Object.entries(manifest.packs)) {
      const facts = Object.entries(counts).map(([what, count]) => `${count.toLocaleString("en")} ${what}`);
      console.log(`${name.padEnd(12)} ${(bytes / 1e6).toFixed(1)} MB  ${facts.join(", ")}`);
    }
    console.log("Found no place, or only with a reservation (unmapped.tsv):");
    for (const [reason, count] of Object.entries(manifest.unmapped))
      console.log(`${`${count}`.padStart(7)}  ${reason}`);
  }
} catch (error) {
  console.error(isQinghaoError(error) ? error.message : error);
  process.exitCode = 1;
}
