import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { readPatientBatches } from "@qinghao/clinical/node";
import type { RecordSource } from "./record-source.ts";

/** FHIR bundles or NDJSON, or OMOP tables, in a folder that the hospital fills. */
export const folderSource = (folder: string): RecordSource => ({
  name: "folder",
  read: (resolver) => readPatientBatches(folder, resolver),
  stamp: async () => {
    const names = (await readdir(folder)).sort();
    const stats = await Promise.all(names.map((name) => stat(path.join(folder, name))));
    return JSON.stringify(stats.map(({ mtimeMs, size }, at) => [names[at], mtimeMs, size]));
  },
});
