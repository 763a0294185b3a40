import type { CompoundId, ProjectId } from "@qinghao/kernel";
import { type SQL, sql } from "drizzle-orm";
import { type Database, query, transaction } from "../database.ts";
import { dbErrors } from "../errors.ts";
import type { BilingualText, CompoundFilter, CompoundRow, NearestNeighbour, Sort } from "../schema.ts";
import { conditionsOf, filterParts } from "./compound-filter.ts";
import { countMatches, selectPage } from "./compound-page.ts";
import { insertCompounds, type NewCompound } from "./insert-compounds.ts";

/** One compound with all that its page shows. */
export type CompoundDetail = CompoundRow & {
  projectId: string;
  inchi: string | null;
  originalText: string;
  fields: Record<string, string>;
  changes: string[];
  importId: string | null;
  importRow: number | null;
  toolkit: string;
};

/** One result of one model version, present or past. */
export type PredictionRecord = {
  endpoint: string;
  modelVersion: string;
  latest: boolean;
  value: number | null;
  lo: number | null;
  hi: number | null;
  level: number | null;
  inDomain: boolean | null;
  similarity: number | null;
  nearest: NearestNeighbour[] | null;
  failureCode: string | null;
  failureReason: BilingualText | null;
  runId: string;
  createdAt: Date;
};

export type CompoundListRequest = CompoundFilter & { sort?: Sort; offset: number; limit: number };

/** One page of the compound table: filtered, sorted (order of registration by default), missing values last. */
export async function listCompounds(
  db: Database,
  projectId: ProjectId,
  { sort = { column: "createdAt", dir: "asc" }, offset, limit, ...filter }: CompoundListRequest,
): Promise<{ total: number; rows: CompoundRow[] }> {
  const { total, seqs } = await selectPage(db, projectId, { filter, sort, offset, limit });
  return { total, rows: await rowsBySeq(db, seqs) };
}

export const countCompounds = (db: Database, projectId: ProjectId, filter: CompoundFilter = {}): Promise<number> =>
  countMatches(db, projectId, filterParts(projectId, filter));

/** All matches in order of registration, in batches: for exports of any length. Holds no connection between batches. */
export async function* iterateCompounds(
  db: Database,
  projectId: ProjectId,
  filter: CompoundFilter = {},
  batchSize = 1000,
): AsyncIterable<CompoundRow[]> {
  const where = conditionsOf(projectId, filterParts(projectId, filter));
  for (let after = 0; ; ) {
    const page = await query<{ seq: number }>(
      db.orm,
      sql`select c.seq::float8 as seq from compounds c where ${where} and c.seq > ${after}
        order by c.project_id, c.seq limit ${batchSize}`,
    );
    if (page.length === 0) return;
    after = page.at(-1)!.seq;
    yield await rowsBySeq(
      db,
      page.map((row) => row.seq),
    );
  }
}

/** Throws `db.compound.missing`. */
export async function getCompound(db: Database, projectId: ProjectId, id: CompoundId): Promise<CompoundDetail> {
  const found = await detailWhere(db, sql`c.project_id = ${projectId} and c.id = ${id}`);
  if (found === null) throw dbErrors.create("compound.missing", { id });
  return found;
}

/** The compound of a project with this InChIKey, or null. */
export const findCompound = (db: Database, projectId: ProjectId, inchikey: string): Promise<CompoundDetail | null> =>
  detailWhere(db, sql`c.project_id = ${projectId} and c.inchikey = ${inchikey}`);

/** The compounds of a project among these InChIKeys, with their names. */
export function findCompoundsByInchikey(
  db: Database,
  projectId: ProjectId,
  inchikeys: readonly string[],
): Promise<{ id: string; name: string | null; inchikey: string }[]> {
  const keys = inchikeys.filter((key) => /^[A-Z-]{27}$/.test(key));
  if (keys.length === 0) return Promise.resolve([]);
  return query(
    db.orm,
    sql`select c.id, c.name, c.inchikey from compounds c
      where c.project_id = ${projectId} and c.inchikey = any(${`{${keys.join(",")}}`}::text[]) order by c.seq`,
  );
}

/** Registers one molecule; an equal one (same InChIKey) that the project holds already is returned unchanged. */
export async function registerCompound(
  db: Database,
  projectId: ProjectId,
  compound: NewCompound,
): Promise<{ compound: CompoundDetail; existed: boolean }> {
  const added = await transaction(db, (tx) => insertCompounds(tx, projectId, null, [compound]));
  const stored = await findCompound(db, projectId, compound.inchikey);
  if (stored === null) throw dbErrors.create("compound.missing", { id: compound.id });
  return { compound: stored, existed: added === 0 };
}

/** Every stored result for a compound, the newest first. */
export async function listPredictions(db: Database, projectId: ProjectId, id: CompoundId): Promise<PredictionRecord[]> {
  const rows = await query<PredictionRecord>(
    db.orm,
    sql`select p.endpoint, p.model_version as "modelVersion", p.latest, p.value, p.lo, p.hi, p.level,
        p.in_domain as "inDomain", p.similarity, p.nearest, p.failure_code as "failureCode",
        p.failure_reason as "failureReason", p.run_id as "runId", p.created_at as "createdAt"
      from predictions p join compounds c on c.seq = p.compound_seq
      where c.project_id = ${projectId} and c.id = ${id}
      order by p.created_at desc, p.endpoint, p.model_version desc`,
  );
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}

type StoredRow = Omit<CompoundRow, "descriptors" | "predictions"> & CompoundRow["descriptors"];
type StoredPrediction = PredictionRecord & { seq: number };

const rowColumns = sql`c.seq::float8 as seq, c.id, c.name, c.smiles, c.inchikey, c.formula,
  c.mol_weight as "molWeight", c.mol_weight as mw, c.heavy_atoms as "heavyAtoms", c.clogp, c.tpsa, c.hbd, c.hba,
  c.rotatable_bonds as "rotatableBonds", c.ring_count as "ringCount", c.fsp3, c.created_at as "createdAt"`;

async function rowsBySeq(db: Database, seqs: readonly number[]): Promise<CompoundRow[]> {
  if (seqs.length === 0) return [];
  const wanted = sql`any(${`{${seqs.join(",")}}`}::bigint[])`;
  const [stored, predictions] = await Promise.all([
    query<StoredRow & { seq: number }>(db.orm, sql`select ${rowColumns} from compounds c where c.seq = ${wanted}`),
    query<StoredPrediction>(
      db.orm,
      sql`select p.compound_seq::float8 as seq, p.endpoint, p.model_version as "modelVersion", p.value, p.lo, p.hi,
          p.in_domain as "inDomain", p.similarity, p.failure_reason as "failureReason", p.run_id as "runId"
        from predictions p where p.compound_seq = ${wanted} and p.latest`,
    ),
  ]);
  const bySeq = new Map<number, CompoundRow>();
  for (const { seq, ...row } of stored) bySeq.set(seq, rowOf(row));
  for (const prediction of predictions) {
    const row = bySeq.get(prediction.seq);
    if (row !== undefined) row.predictions[prediction.endpoint] = shown(prediction);
  }
  return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
}

function rowOf(row: StoredRow): CompoundRow {
  const { mw, clogp, tpsa, hbd, hba, rotatableBonds, ringCount, fsp3, ...identity } = row;
  const descriptors = { mw, clogp, tpsa, hbd, hba, rotatableBonds, ringCount, fsp3 };
  return { ...identity, createdAt: new Date(identity.createdAt), descriptors, predictions: {} };
}

function shown(p: StoredPrediction): CompoundRow["predictions"][string] {
  if (p.value === null || p.lo === null || p.hi === null) {
    return { failed: p.failureReason ?? { en: "No result.", zh: "没有结果。" } };
  }
  const { value, lo, hi, modelVersion, runId } = p;
  return { value, lo, hi, inDomain: p.inDomain ?? false, similarity: p.similarity ?? 0, modelVersion, runId };
}

type StoredSource = Pick<
  CompoundDetail,
  "projectId" | "inchi" | "originalText" | "fields" | "changes" | "importId" | "importRow" | "toolkit"
>;

async function detailWhere(db: Database, where: SQL): Promise<CompoundDetail | null> {
  const found = await query<StoredSource & { seq: number }>(
    db.orm,
    sql`select c.seq::float8 as seq, c.project_id as "projectId", c.import_id as "importId", c.toolkit, s.inchi,
        s.original_text as "originalText", s.fields, s.changes, s."row"::float8 as "importRow"
      from compounds c join compound_sources s on s.compound_seq = c.seq where ${where}`,
  );
  if (found[0] === undefined) return null;
  const { seq, ...source } = found[0];
  const row = (await rowsBySeq(db, [seq]))[0];
  return row === undefined ? null : { ...row, ...source };
}
