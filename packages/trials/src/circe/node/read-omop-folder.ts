import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { cdmTables } from "../domains.ts";
import type { CdmRow, CdmTables } from "../engine/cdm.ts";
import type { VocabularyTables } from "../engine/concept-sets.ts";

function readTable(folder: string, table: string): CdmRow[] | undefined {
  for (const name of [table.toUpperCase(), table]) {
    for (const ending of [".csv", ".csv.gz"]) {
      const file = path.join(folder, name + ending);
      if (!existsSync(file)) continue;
      const bytes = readFileSync(file);
      const text = (ending === ".csv" ? bytes : gunzipSync(bytes)).toString("utf8");
      return parse(text, { columns: (header: string[]) => header.map((column) => column.toLowerCase()), bom: true });
    }
  }
  return undefined;
}

/** Reads the OMOP tables that Circe asks about from a folder of CSV files, `NAME.csv` or `NAME.csv.gz`. */
export function readOmopFolder(folder: string): { readonly tables: CdmTables; readonly vocabulary: VocabularyTables } {
  const read = <Name extends string>(names: readonly Name[]): Partial<Record<Name, readonly CdmRow[]>> => {
    const out: Partial<Record<Name, readonly CdmRow[]>> = {};
    for (const name of names) {
      const rows = readTable(folder, name);
      if (rows !== undefined) out[name] = rows;
    }
    return out;
  };
  return { tables: read(cdmTables), vocabulary: read(["concept", "concept_ancestor", "concept_relationship"]) };
}
