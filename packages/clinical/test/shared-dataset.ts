import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../shared/datasets/", import.meta.url));

/** The path of a shared dataset, or undefined with a printed reason where the datasets are not here. */
export function sharedDataset(path: string): string | undefined {
  if (existsSync(`${root}${path}`)) return `${root}${path}`;
  console.log(`skipped: ../shared/datasets/${path} is not here`);
  return undefined;
}

/** The text of a shared dataset file that is known to be here. */
export const readShared = (path: string): string => readFileSync(`${root}${path}`, "utf8");
