import { sdfRecord } from "@qinghao/chemistry";
import { iterateCompounds } from "@qinghao/db";
import type { CompoundFilter, CompoundRow } from "@qinghao/db/schema";
import type { ProjectId } from "@qinghao/kernel";
import type { Services } from "../services.ts";
import type { ExportColumn } from "./compound-columns.ts";
import type { LayoutTask } from "./layout-pool.ts";

const rowsPerTask = 100;

/** Compounds of a project as SDF (V2000, 2D coordinates), laid out by threads as fast as the file is taken. */
export async function* exportSdf(
  services: Pick<Services, "db" | "layouts">,
  projectId: ProjectId,
  filter: CompoundFilter,
  columns: readonly ExportColumn[],
): AsyncIterable<string> {
  const layouts = await services.layouts();
  const waiting: CompoundRow[][] = [];
  async function* tasks(): AsyncIterable<LayoutTask> {
    for await (const rows of iterateCompounds(services.db, projectId, filter, rowsPerTask)) {
      waiting.push(rows);
      yield rows.map((row) => row.smiles);
    }
  }
  for await (const molblocks of layouts.map(tasks())) {
    const rows = waiting.shift() ?? [];
    yield rows.map((row, at) => recordOf(row, molblocks[at] ?? null, columns)).join("");
  }
}

/** What stands in the place of a structure that the toolkit cannot lay out; the record's fields still carry the SMILES. */
const emptyMolblock = "\n  Qinghao\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n";

function recordOf(row: CompoundRow, molblock: string | null, columns: readonly ExportColumn[]): string {
  const fields = Object.fromEntries(columns.map(({ heading, cell }) => [heading, cell(row)]));
  return sdfRecord({ molblock: molblock ?? emptyMolblock }, row.name ?? row.id, fields);
}
