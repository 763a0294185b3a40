import { csvRow } from "@qinghao/chemistry";
import { iterateCompounds } from "@qinghao/db";
import type { CompoundFilter } from "@qinghao/db/schema";
import type { ProjectId } from "@qinghao/kernel";
import type { Services } from "../services.ts";
import type { ExportColumn } from "./compound-columns.ts";

/** Compounds of a project as CSV, a thousand rows at a time. */
export async function* exportCsv(
  services: Pick<Services, "db">,
  projectId: ProjectId,
  filter: CompoundFilter,
  columns: readonly ExportColumn[],
): AsyncIterable<string> {
  yield csvRow(columns.map(({ heading }) => heading));
  for await (const rows of iterateCompounds(services.db, projectId, filter)) {
    yield rows.map((row) => csvRow(columns.map(({ cell }) => cell(row)))).join("");
  }
}
