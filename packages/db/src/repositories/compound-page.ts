import { type SQL, sql } from "drizzle-orm";
import { type Database, query } from "../database.ts";
import type { CompoundFilter, Sort } from "../schema.ts";
import { columnOf, conditionsOf, endpointOf, type FilterParts, filterParts, inSets } from "./compound-filter.ts";

export type PageRequest = { filter: CompoundFilter; sort: Sort; offset: number; limit: number };

/**
 * The internal numbers of one page of compounds, in order, and how many pass the filter.
 *
 * Every order is read from an index. Where a column may lack a value (a prediction not made yet, no name), the page is
 * cut from two lists one after the other: those with a value in its order, then the rest in order of registration. So
 * no sort of the whole library and no outer join is needed, and missing values come last in both directions.
 */
export async function selectPage(
  db: Database,
  projectId: string,
  request: PageRequest,
): Promise<{ total: number; seqs: number[] }> {
  const { sort, offset, limit } = request;
  const parts = filterParts(projectId, request.filter);
  const of: Matches = { projectId, parts, sort };
  const [total, withValue] = await Promise.all([countMatches(db, projectId, parts), countWithValue(db, of)]);
  const known = withValue ?? total;
  const slices: Promise<number[]>[] = [];
  if (offset < known) {
    slices.push(orderedSeqs(db, of, { offset, limit: Math.min(limit, known - offset), known }));
  }
  const restFrom = Math.max(0, offset - known);
  const restLimit = limit - Math.max(0, Math.min(limit, known - offset));
  if (restLimit > 0 && known < total && restFrom < total - known) {
    const lacking = sql`select c.seq::float8 as seq from compounds c where ${conditionsOf(projectId, parts)} and ${lacksValue(of)}
      order by c.project_id, c.seq offset ${restFrom} limit ${restLimit}`;
    slices.push(seqsOf(db, lacking));
  }
  return { total, seqs: (await Promise.all(slices)).flat() };
}

type Matches = { projectId: string; parts: FilterParts; sort: Sort };

/** How many compounds of the project pass. Without a condition this is known, and is not counted. */
export async function countMatches(db: Database, projectId: string, parts: FilterParts): Promise<number> {
  const [first, ...others] = parts.sets;
  const counted = await query<{ n: number }>(
    db.orm,
    parts.own.length > 0
      ? sql`select count(*)::float8 as n from compounds c where ${conditionsOf(projectId, parts)}`
      : first === undefined
        ? sql`select compound_count::float8 as n from projects where id = ${projectId}`
        : sql`select count(*)::float8 as n from (${first}) as one(seq) where ${all(inSets(sql`one.seq`, others))}`,
  );
  return counted[0]?.n ?? 0;
}

/** How many matches have a value in the sorted column; null when all have. */
async function countWithValue(db: Database, of: Matches): Promise<number | null> {
  const endpoint = endpointOf(of.sort.column);
  if (endpoint === null && of.sort.column !== "name") return null;
  const counted = await query<{ n: number }>(
    db.orm,
    endpoint === null
      ? sql`select count(*)::float8 as n from compounds c where ${conditionsOf(of.projectId, of.parts)} and c.name is not null`
      : sql`select count(*)::float8 as n from ${predicted(of, endpoint)}`,
  );
  return counted[0]!.n;
}

/** A slice of the matches that have a value, read from whichever end of the index is nearer. */
async function orderedSeqs(
  db: Database,
  of: Matches,
  slice: { offset: number; limit: number; known: number },
): Promise<number[]> {
  const { sort } = of;
  const fromEnd = slice.known - slice.offset - slice.limit;
  const isReversed = fromEnd < slice.offset;
  const dir = (sort.dir === "desc") === isReversed ? sql`asc` : sql`desc`;
  const cut = sql`offset ${isReversed ? fromEnd : slice.offset} limit ${slice.limit}`;
  const endpoint = endpointOf(sort.column);
  const seqs = await seqsOf(
    db,
    endpoint === null
      ? sql`select c.seq::float8 as seq from compounds c where ${conditionsOf(of.projectId, of.parts)}
          ${sort.column === "name" ? sql`and c.name is not null` : sql``}
          order by c.project_id ${dir}, ${columnOf(sort.column)} ${dir}, c.seq ${dir} ${cut}`
      : sql`select p.compound_seq::float8 as seq from ${predicted(of, endpoint)}
          order by p.value ${dir}, p.compound_seq ${dir} ${cut}`,
  );
  return isReversed ? seqs.reverse() : seqs;
}

/** The rows `p` of latest predictions of an endpoint for the matches, as the rest of a `from` clause. */
function predicted({ projectId, parts }: Matches, endpoint: string): SQL {
  const shown = sql`p.project_id = ${projectId} and p.endpoint = ${endpoint} and p.latest and p.value is not null`;
  const passing = inSets(sql`p.compound_seq`, parts.sets);
  if (parts.own.length === 0) return sql`predictions p where ${all([shown, ...passing])}`;
  return sql`predictions p join compounds c on c.seq = p.compound_seq
    where ${all([shown, sql`c.project_id = ${projectId}`, ...parts.own, ...passing])}`;
}

function lacksValue({ projectId, sort }: Matches): SQL {
  const endpoint = endpointOf(sort.column);
  if (endpoint === null) return sql`c.name is null`;
  return sql`not exists (select 1 from predictions p where p.compound_seq = c.seq and p.project_id = ${projectId}
    and p.endpoint = ${endpoint} and p.latest and p.value is not null)`;
}

const all = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);

async function seqsOf(db: Database, statement: SQL): Promise<number[]> {
  return (await query<{ seq: number }>(db.orm, statement)).map((row) => row.seq);
}
