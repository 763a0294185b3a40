import { setImmediate as nextTurn } from "node:timers/promises";
import { type ChemKit, sdfRecord, withMolecule } from "@qinghao/chemistry";
import { iterateCompounds } from "@qinghao/db";
import type { CompoundFilter, CompoundRow } from "@qinghao/db/schema";
import type { ProjectId } from "@qinghao/kernel";
import type { Services } from "../services.ts";
import type { ExportColumn } from "./compound-columns.ts";

const rowsPerTurn = 8;

/** Compounds of a project as SDF (V2000, 2D coordinates). Other requests get a turn after every few molecules. */
export async function* exportSdf(
  services: Pick<Services, "db" | "kit">,
  projectId: ProjectId,
  filter: CompoundFilter,
  columns: readonly ExportColumn[],
): AsyncIterable<string> {
  const kit = await services.kit();
  for await (const rows of iterateCompounds(services.db, projectId, filter, 200)) {
    for (let at = 0; at < rows.length; at += rowsPerTurn) {
      const turn = rows.slice(at, at + rowsPerTurn);
      yield turn.map((row) => recordOf(kit, row, columns)).join("");
      await nextTurn();
    }
  }
}

/** A structure that the toolkit cannot lay out any more is an empty record; its fields still carry the SMILES. */
function recordOf(kit: ChemKit, row: CompoundRow, columns: readonly ExportColumn[]): string {
  const name = row.name ?? row.id;
  const fields = Object.fromEntries(columns.map(({ heading, cell }) => [heading, cell(row)]));
  const record = withMolecule(kit, row.smiles, (mol) => sdfRecord(mol, name, fields));
  if (record.ok) return record.value;
  const lines = Object.entries(fields).map(([heading, text]) => `>  <${heading}>\n${text}\n\n`);
  return `${name}\n  Qinghao\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n${lines.join("")}$$$$\n`;
}
