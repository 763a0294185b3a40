import type { ProjectId, ReceptorId } from "@qinghao/kernel";
import { and, desc, eq, sql } from "drizzle-orm";
import { type Database, query } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import { storableText } from "../storable-text.ts";
import { receptors } from "../tables/index.ts";

export type Receptor = typeof receptors.$inferSelect;
export type NewReceptor = Omit<typeof receptors.$inferInsert, "createdAt" | "updatedAt"> & {
  id: ReceptorId;
  projectId: ProjectId;
};

/** Artifact of the file as it came. */
export const receptorSourceKey = (id: string): string => `receptors/${id}/source`;
/** Artifact of the prepared receptor. */
export const preparedKey = (id: string): string => `receptors/${id}/prepared.json`;

export async function createReceptor(db: Database, values: NewReceptor): Promise<Receptor> {
  const stored = { ...values, fileName: storableText(values.fileName) };
  return (await guarded(() => db.orm.insert(receptors).values(stored).returning()))[0]!;
}

/** Throws `db.receptor.missing`. */
export async function getReceptor(db: Database, id: ReceptorId): Promise<Receptor> {
  const rows = await guarded(() => db.orm.select().from(receptors).where(eq(receptors.id, id)));
  return rows[0] ?? missing(id);
}

/** Receptors of a project, the newest first; of one target only where it is given. */
export const listReceptors = (db: Database, projectId: ProjectId, target?: string): Promise<Receptor[]> =>
  guarded(() =>
    db.orm
      .select()
      .from(receptors)
      .where(and(eq(receptors.projectId, projectId), target === undefined ? undefined : eq(receptors.target, target)))
      .orderBy(desc(receptors.createdAt), desc(receptors.id)),
  );

/** Changes what does not touch the atoms. Throws `db.receptor.missing`. */
export async function updateReceptor(
  db: Database,
  id: ReceptorId,
  change: Partial<Pick<Receptor, "name" | "target" | "box">>,
): Promise<Receptor> {
  const changed = db.orm
    .update(receptors)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(receptors.id, id));
  return (await guarded(() => changed.returning()))[0] ?? missing(id);
}

/** Throws `db.receptor.missing`, and `db.receptor.in_use` where a campaign docked to it. */
export async function removeReceptor(db: Database, id: ReceptorId): Promise<void> {
  const { name } = await getReceptor(db, id);
  const used = await query<{ count: number }>(
    db.orm,
    sql`select count(*)::int as count from campaigns where exists (
        select 1 from jsonb_array_elements(plan -> 'stages') stage where stage -> 'settings' ->> 'receptor' = ${id})`,
  );
  const { count } = used[0]!;
  if (count > 0) throw dbErrors.create("receptor.in_use", { name, count });
  await guarded(() => db.orm.delete(receptors).where(eq(receptors.id, id)));
}

function missing(id: ReceptorId): never {
  throw dbErrors.create("receptor.missing", { id });
}
