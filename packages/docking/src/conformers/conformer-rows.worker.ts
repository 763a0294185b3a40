import { spatialGraph, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { serveThread } from "@qinghao/compute/thread";
import { isQinghaoError } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import type { ConformerRow, ConformerRowResult, ConformerTask, ConformerThreadInit } from "./conformer-task.ts";
import { generateConformers } from "./generate.ts";
import { loadConformerKernel } from "./load-kernel.ts";
import { conformerRecord } from "./sdf.ts";

/** One thread: its own toolkit and kernel. */
serveThread<ConformerThreadInit, ConformerTask, ConformerRowResult[]>(async (options) => {
  const [kit, kernel] = await Promise.all([loadChemKit(), loadConformerKernel()]);
  const conformersOf = ({ row, structure, name }: ConformerRow): ConformerRowResult => {
    const parsed = withMolecule(kit, structure, spatialGraph);
    if (!parsed.ok) return { row, ok: false, reason: parsed.error.user };
    const graph = parsed.value;
    if (graph === null) return { row, ok: false, reason: dockingErrors.create("conformer.hydrogens").user };
    const made = generateConformers(kernel, graph, options);
    if (!made.ok) return { row, ok: false, reason: made.error.user };
    const records = made.value.map(({ positions }, index) =>
      conformerRecord(graph, positions, name ?? "", { row, conformer: index + 1 }),
    );
    return { row, ok: true, records: records.join(""), conformers: records.length };
  };
  return ({ rows }) =>
    rows.map((row) => {
      try {
        return conformersOf(row);
      } catch (error) {
        // A structure that the toolkit trips over is that row's failure, never the batch's.
        const known = isQinghaoError(error) ? error : dockingErrors.create("conformer.failed", {}, error);
        return { row: row.row, ok: false, reason: known.user };
      }
    });
});
