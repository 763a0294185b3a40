import { sql } from "drizzle-orm";
import { type Executor, query } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { storableJson } from "../storable-text.ts";

/** A standardised molecule on its way in. Units as in the table `compounds`. */
export type NewCompound = {
  id: string;
  inchikey: string;
  smiles: string;
  inchi: string | null;
  name: string | null;
  formula: string;
  molWeight: number;
  heavyAtoms: number;
  clogp: number;
  tpsa: number;
  hbd: number;
  hba: number;
  rotatableBonds: number;
  ringCount: number;
  fsp3: number;
  toolkit: string;
  /** What standardising changed: `fragment`, `neutralised`, ... */
  changes: string[];
  /** The structure exactly as it was given, and the other fields of its record. */
  originalText: string;
  fields: Record<string, string>;
  /** Data row of the import, from 1; null when drawn or typed. */
  row: number | null;
};

/**
 * Inserts those compounds that the project does not hold yet (by InChIKey), in the given order, in one statement.
 * Call in a transaction: the project's row is locked, so that two writers neither deadlock nor lose count.
 * @returns how many were added
 */
export async function insertCompounds(
  tx: Executor,
  projectId: string,
  importId: string | null,
  rows: readonly NewCompound[],
): Promise<number> {
  const locked = await query(tx, sql`select id from projects where id = ${projectId} for no key update`);
  if (locked.length === 0) throw dbErrors.create("project.missing", { id: projectId });
  if (rows.length === 0) return 0;
  const numbered = rows.map((row, n) => ({ ...row, n }));
  const result = await query<{ added: number }>(
    tx,
    sql`
      with input as (
        select distinct on (t.inchikey) t.* from jsonb_to_recordset(${storableJson(numbered)}::jsonb) as t(
          n int, id text, inchikey text, smiles text, inchi text, name text, formula text, "molWeight" float8,
          "heavyAtoms" int, clogp float8, tpsa float8, hbd int, hba int, "rotatableBonds" int, "ringCount" int,
          fsp3 float8, toolkit text, changes jsonb, "originalText" text, fields jsonb, "row" bigint)
        order by t.inchikey, t.n
      ), added as (
        insert into compounds (id, project_id, inchikey, smiles, name, formula, mol_weight, heavy_atoms, clogp, tpsa,
          hbd, hba, rotatable_bonds, ring_count, fsp3, import_id, toolkit)
        select id, ${projectId}, inchikey, smiles, name, formula, "molWeight", "heavyAtoms", clogp, tpsa,
          hbd, hba, "rotatableBonds", "ringCount", fsp3, ${importId}, toolkit
        from input order by n
        on conflict (project_id, inchikey) do nothing
        returning seq, inchikey
      ), sources as (
        insert into compound_sources (compound_seq, original_text, fields, inchi, changes, "row")
        select added.seq, input."originalText", input.fields, input.inchi, input.changes, input."row"
        from added join input using (inchikey)
      )
      select count(*)::int as added from added`,
  );
  const added = result[0]!.added;
  await query(
    tx,
    sql`update projects set compound_count = compound_count + ${added}, updated_at = now() where id = ${projectId}`,
  );
  return added;
}
