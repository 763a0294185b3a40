import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import type { BilingualText } from "../schema.ts";
import { sites } from "../tables/index.ts";

export type Site = typeof sites.$inferSelect;

/** Adds a hospital, or gives a known one its present name and source. */
export async function registerSite(
  db: Database,
  values: { id: string; name: BilingualText; source: string },
): Promise<Site> {
  const { name, source } = values;
  const insert = db.orm
    .insert(sites)
    .values(values)
    .onConflictDoUpdate({ target: sites.id, set: { name, source, isOpen: true } });
  return (await guarded(() => insert.returning()))[0]!;
}

/** Hospitals by id; those that are no longer asked come last. */
export const listSites = (db: Database): Promise<Site[]> =>
  guarded(async () => db.orm.select().from(sites).orderBy(sql`${sites.isOpen} desc`, asc(sites.id)));

/** Throws `db.site.missing`. */
export async function getSite(db: Database, id: string): Promise<Site> {
  const rows = await guarded(async () => db.orm.select().from(sites).where(eq(sites.id, id)));
  if (rows[0] === undefined) throw dbErrors.create("site.missing", { id });
  return rows[0];
}

/** Notes that a hospital's node was heard of. */
export async function noteSiteSeen(db: Database, id: string): Promise<void> {
  await guarded(() => db.orm.update(sites).set({ seenAt: sql`now()` }).where(eq(sites.id, id)));
}
