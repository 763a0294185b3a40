/**
 * How long a page of the compound table takes at 100,000 compounds (bar: under 100 ms), and how fast rows go in.
 * Run: node bench/list.bench.ts [compounds]
 */

import type { ProjectId } from "@qinghao/kernel";
import { writeBenchReport } from "@qinghao/testing";
import { sql } from "drizzle-orm";
import {
  type CompoundListRequest,
  createImport,
  createUpload,
  finishImport,
  getImport,
  listCompounds,
  startImport,
  storeImportBatch,
} from "../src/index.ts";
import { makeId, openTestDatabase, sampleCompound } from "../test/sample-data.ts";

const compounds = Number(process.argv[2] ?? 100_000);
const { db, projectId } = await openTestDatabase();
const upload = await createUpload(db, { id: makeId("upload"), fileName: "x", size: 1, sha256: "0" });
const importId = makeId("import");
await createImport(db, { id: importId, projectId: projectId as ProjectId, uploadId: upload.id as never });
await startImport(db, importId, { format: "smiles", mapping: null, bytesTotal: 1, toolkit: "t" });
let insertMs = 0;
for (let at = 0; at < compounds; at += 1000) {
  const rows = Array.from({ length: 1000 }, (_, i) => sampleCompound(at + i));
  const started = performance.now();
  await storeImportBatch(db, importId, {
    projectId,
    afterRow: at,
    lastRow: at + 1000,
    rows: 1000,
    bytesRead: 1,
    compounds: rows,
    rejects: [],
  });
  insertMs += performance.now() - started;
}
await finishImport(db, importId, "completed");
const { added } = await getImport(db, importId);
console.log(`${added} compounds in ${(insertMs / 1000).toFixed(1)} s: ${Math.round((added * 1000) / insertMs)} rows/s`);

for (const endpoint of ["aqueous-solubility", "lipophilicity"]) {
  await db.orm.execute(sql`
    insert into predictions (compound_seq, endpoint, model_version, project_id, latest, value, lo, hi, level, in_domain,
      similarity, nearest, run_id)
    select seq, ${endpoint}, '1', project_id, true, -clogp, -clogp - 1, 1 - clogp, 0.9, true, 0.5,
      '[{"smiles":"CCO","similarity":0.5,"measured":1},{"smiles":"CCO","similarity":0.5,"measured":1}]', 'run_x'
    from compounds where seq % 10 <> 0`);
}
await db.orm.execute(sql`analyze predictions`);

const middle = compounds / 2;
const requests: [string, Omit<CompoundListRequest, "limit" | "offset">, number][] = [
  ["first page", {}, 0],
  ["middle page", {}, middle],
  ["by clogp, middle", { sort: { column: "clogp", dir: "desc" } }, middle],
  ["by name, middle", { sort: { column: "name", dir: "asc" } }, middle],
  ["by prediction, middle", { sort: { column: "prediction:lipophilicity", dir: "asc" } }, middle],
  ["by prediction, those without", { sort: { column: "prediction:lipophilicity", dir: "asc" } }, compounds - 200],
  ["text of 1 match", { text: `QH-${middle}` }, 0],
  ["text without match", { text: "nothing" }, 0],
  ["SMILES text, sorted", { text: "CCCCCN1", sort: { column: "mw", dir: "asc" } }, 0],
  ["range, sorted", { ranges: [{ column: "mw", max: 300 }], sort: { column: "clogp", dir: "asc" } }, 0],
  ["range, sorted, deep", { ranges: [{ column: "mw", max: 300 }], sort: { column: "clogp", dir: "asc" } }, middle / 4],
  ["prediction range", { ranges: [{ column: "prediction:lipophilicity", min: -3, max: -1 }] }, 0],
  [
    "prediction range, by prediction",
    {
      ranges: [{ column: "prediction:lipophilicity", min: -3, max: -1 }],
      sort: { column: "prediction:aqueous-solubility", dir: "desc" },
    },
    1000,
  ],
  [
    "three ranges, by prediction",
    {
      ranges: [
        { column: "mw", max: 400 },
        { column: "hbd", max: 3 },
        { column: "prediction:aqueous-solubility", min: -3 },
      ],
      sort: { column: "prediction:lipophilicity", dir: "desc" },
    },
    0,
  ],
];
console.log("\npage of 200 rows               median ms   worst ms   matches");
const pages: Record<string, { medianMs: number; worstMs: number; matches: number }> = {};
for (const [name, request, offset] of requests) {
  const times: number[] = [];
  let total = 0;
  for (let i = 0; i < 7; i++) {
    const started = performance.now();
    ({ total } = await listCompounds(db, projectId, { ...request, offset, limit: 200 }));
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  pages[name] = { medianMs: Math.round(times[3]!), worstMs: Math.round(times[6]!), matches: total };
  console.log(
    `${name.padEnd(32)}${times[3]!.toFixed(1).padStart(8)}${times[6]!.toFixed(1).padStart(11)}${String(total).padStart(10)}`,
  );
}
writeBenchReport(import.meta.dirname, { compounds, rowsPerPage: 200, pages });
await db.close();
process.exit(0);
