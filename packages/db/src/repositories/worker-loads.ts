import { asc, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { guarded } from "../guard.ts";
import { workerLoads } from "../tables/index.ts";

export type WorkerLoad = typeof workerLoads.$inferSelect;

/** A worker that was not heard of for so long is gone. */
const silentSeconds = 30;

/** Notes what a worker says of itself; its earlier word is replaced. */
export async function noteWorkerLoad(db: Database, load: Omit<WorkerLoad, "seenAt">): Promise<void> {
  const { device, slots, busy } = load;
  const insert = db.orm
    .insert(workerLoads)
    .values({ ...load, seenAt: sql`now()` })
    .onConflictDoUpdate({ target: workerLoads.id, set: { device, slots, busy, seenAt: sql`now()` } });
  await guarded(() => insert);
}

/** Takes a worker off the list, when it ends. */
export async function removeWorkerLoad(db: Database, id: string): Promise<void> {
  await guarded(() => db.orm.delete(workerLoads).where(sql`${workerLoads.id} = ${id}`));
}

/** Workers of these queues that were heard of lately. */
export const listWorkerLoads = (db: Database, queues: readonly string[]): Promise<WorkerLoad[]> =>
  guarded(async () =>
    db.orm
      .select()
      .from(workerLoads)
      .where(
        sql`${inArray(workerLoads.queue, [...queues])} and ${workerLoads.seenAt} > now() - make_interval(secs => ${silentSeconds})`,
      )
      .orderBy(asc(workerLoads.queue), asc(workerLoads.id)),
  );
