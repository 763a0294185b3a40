import { type SQL, sql } from "drizzle-orm";
import type { CompoundFilter, Range, SortColumn } from "../schema.ts";

/** SQL of each sortable column over the alias `c` of compounds; each has an index that begins with the project. */
const columnSql = {
  name: sql`left(c.name, 100)`,
  smiles: sql`left(c.smiles, 100)`,
  inchikey: sql`c.inchikey`,
  formula: sql`c.formula`,
  molWeight: sql`c.mol_weight`,
  mw: sql`c.mol_weight`,
  heavyAtoms: sql`c.heavy_atoms`,
  clogp: sql`c.clogp`,
  tpsa: sql`c.tpsa`,
  hbd: sql`c.hbd`,
  hba: sql`c.hba`,
  rotatableBonds: sql`c.rotatable_bonds`,
  ringCount: sql`c.ring_count`,
  fsp3: sql`c.fsp3`,
  createdAt: sql`c.seq`,
} satisfies Partial<Record<SortColumn, SQL>>;

/** The endpoint of a column such as `prediction:lipophilicity`; null for a column of the compound itself. */
export const endpointOf = (column: SortColumn): string | null =>
  column.startsWith("prediction:") ? column.slice("prediction:".length) : null;

/** SQL of a column of the compound itself. */
export const columnOf = (column: SortColumn): SQL => columnSql[column as keyof typeof columnSql];

/**
 * What a filter asks, in two parts: `own` are conditions over the alias `c` of compounds; `sets` are statements that
 * select the numbers of compounds that pass, all of the project. A page that needs no `own` never reads the compounds.
 */
export type FilterParts = { own: SQL[]; sets: SQL[] };

export function filterParts(projectId: string, filter: CompoundFilter): FilterParts {
  const parts: FilterParts = { own: [], sets: [] };
  const text = filter.text?.trim() ?? "";
  if (text !== "") parts.own.push(textCondition(text));
  if (filter.searchId !== undefined) {
    parts.sets.push(sql`select h.compound_seq from search_hits h where h.search_id = (
      select s.id from searches s where s.id = ${filter.searchId} and s.project_id = ${projectId})`);
  }
  for (const range of filter.ranges ?? []) addRange(parts, projectId, range);
  return parts;
}

/** Conditions over the alias `c`, the project's included. */
export const conditionsOf = (projectId: string, { own, sets }: FilterParts): SQL =>
  sql.join([sql`c.project_id = ${projectId}`, ...own, ...inSets(sql`c.seq`, sets)], sql` and `);

/** The conditions that a number is in each of the sets. */
export const inSets = (seq: SQL, sets: readonly SQL[]): SQL[] => sets.map((set) => sql`${seq} in (${set})`);

function textCondition(text: string): SQL {
  const contained = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const anyOf = [sql`c.name ilike ${contained}`, sql`c.smiles like ${contained}`];
  // An InChIKey is 14 letters, 10 letters and 1 letter; its beginning is what people type.
  if (/^[A-Z]{1,14}(-[A-Z]{0,10}(-[A-Z]?)?)?$/i.test(text)) {
    anyOf.push(sql`c.inchikey like ${`${text.toUpperCase()}%`}`);
  }
  return sql`(${sql.join(anyOf, sql` or `)})`;
}

function addRange({ own, sets }: FilterParts, projectId: string, range: Range): void {
  const within = (column: SQL): SQL[] => [
    ...(range.min === undefined ? [] : [sql`${column} >= ${range.min}`]),
    ...(range.max === undefined ? [] : [sql`${column} <= ${range.max}`]),
  ];
  const endpoint = endpointOf(range.column);
  if (endpoint === null) own.push(...within(columnOf(range.column)));
  else if (range.min !== undefined || range.max !== undefined) {
    const bounds = sql.join(within(sql`r.value`), sql` and `);
    sets.push(sql`select r.compound_seq from predictions r where r.project_id = ${projectId}
      and r.endpoint = ${endpoint} and r.latest and r.value is not null and ${bounds}`);
  }
}
