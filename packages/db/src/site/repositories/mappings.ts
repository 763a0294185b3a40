import { desc, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { guarded } from "../../guard.ts";
import { codeMapping } from "../tables/index.ts";

export type StoredMapping = typeof codeMapping.$inferSelect;

/** Decisions on local codes, the newest first. */
export const listMappings = (db: Database): Promise<StoredMapping[]> =>
  guarded(async () => db.orm.select().from(codeMapping).orderBy(desc(codeMapping.at)));

/** Stores what a local code means; a later decision replaces the former. */
export async function setMapping(
  db: Database,
  values: { system: string; code: string; display: string | null; concept: string | null; person: string },
): Promise<void> {
  const { display, concept, person } = values;
  await guarded(() =>
    db.orm
      .insert(codeMapping)
      .values(values)
      .onConflictDoUpdate({
        target: [codeMapping.system, codeMapping.code],
        set: { display, concept, person, at: sql`now()` },
      }),
  );
}
