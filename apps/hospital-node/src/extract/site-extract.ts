import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Database } from "@qinghao/db";
import { getLoad, listConcepts, readRows, setLoad } from "@qinghao/db/site";
import {
  columnsOf,
  createExtract,
  EXTRACT_LAYOUT,
  type Extract,
  type FactRow,
  openExtract,
  type PersonRow,
  readDictionary,
} from "@qinghao/trials/node";
import { nodeErrors } from "../errors.ts";

/** The columnar extract of the node's records, kept in step by their version. */
export type SiteExtract = {
  /** Of the present version; written anew where the records have moved on. Throws `node.records.loading`. */
  current(): Promise<Extract>;
  close(): void;
};

const patientsAtOnce = 5_000;

export function openSiteExtract(db: Database, folder: string): SiteExtract {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let open: { version: number; extract: Extract } | null = null;
  let writing: Promise<Extract> | null = null;

  const refresh = async (): Promise<Extract> => {
    const { version, state } = await getLoad(db);
    if (version === 0 || state === "empty") throw nodeErrors.create("records.loading");
    if (open?.version === version) return open.extract;
    const name = `extract-${EXTRACT_LAYOUT}-${version}.duckdb`;
    const file = path.join(folder, name);
    if (!existsSync(file)) await writeExtract(db, file, version);
    open?.extract.close();
    open = { version, extract: await openExtract(file, { threads: 1, memoryLimitMiB: 512 }) };
    await setLoad(db, { extractVersion: version });
    for (const other of readdirSync(folder)) {
      if (/^extract-[\d-]+\.duckdb/.test(other) && !other.startsWith(name)) {
        rmSync(path.join(folder, other), { force: true });
      }
    }
    return open.extract;
  };
  return {
    current: () => {
      writing ??= refresh().finally(() => {
        writing = null;
      });
      return writing;
    },
    close: () => {
      open?.extract.close();
      open = null;
    },
  };
}

/** Writes beside its place and moves it there by name, so that a killed writer leaves nothing that looks whole. */
async function writeExtract(db: Database, file: string, version: number): Promise<void> {
  const draft = `${file}.draft`;
  for (const left of [draft, `${draft}.wal`, `${draft}.unsorted`]) rmSync(left, { force: true });
  const writer = await createExtract(draft, { threads: 1, memoryLimitMiB: 512 });
  const last = (await readRows(db, "person", { from: 0, to: 2 ** 31 - 1 })) as PersonRow[];
  if (last.length > 0) writer.addPersons(columnsOf(last));
  const highest = last.at(-1)?.patient ?? -1;
  for (let from = 0; from <= highest; from += patientsAtOnce) {
    const rows = (await readRows(db, "fact", { from, to: from + patientsAtOnce - 1 })) as FactRow[];
    if (rows.length > 0) writer.addFacts(columnsOf(rows.map((row) => ({ ...row, seq: Number(row.seq) }))));
  }
  await writer.finish(readDictionary(await listConcepts(db)), String(version));
  renameSync(draft, file);
}
